/// The id of a provider in configuration and model refs, for example `qwen`. Lower case.
public struct ProviderID: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}
