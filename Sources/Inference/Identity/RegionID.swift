/// The id of a region in a provider manifest, for example `cn` or `intl`.
public struct RegionID: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}
