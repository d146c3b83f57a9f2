/// Why an answer ended. Open: a reason that is not known yet is kept as it came.
public struct FinishReason: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// The model was done.
    public static let stop: FinishReason = "stop"
    /// The output limit cut the answer.
    public static let length: FinishReason = "length"
    /// The model waits for the results of its tool calls.
    public static let toolCalls: FinishReason = "tool_calls"
    /// The content filter cut the answer.
    public static let contentFilter: FinishReason = "content_filter"
}
