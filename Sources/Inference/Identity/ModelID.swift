/// The id of a model as the service spells it, for example `qwen3.5-plus`. Case is kept; it may contain `/`.
public struct ModelID: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }
}
