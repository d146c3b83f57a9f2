/// The id of an endpoint in a provider manifest: one plan in one region, for example `coding-intl`.
public struct EndpointID: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}
