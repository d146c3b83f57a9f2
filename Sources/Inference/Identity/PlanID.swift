/// The id of a plan in a provider manifest, for example `standard` or `coding`.
public struct PlanID: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}
