/// What a chat stream delivers, in order. A non-streaming answer is a fold over the same events.
public enum ChatEvent: Hashable, Sendable {
    /// The service accepted the request and named the answer.
    case started(ChatStart)
    /// A piece of visible text.
    case text(String)
    /// A piece of the model's reasoning. Show it apart from the answer.
    case reasoning(String)
    /// A piece of a tool call while it is being written.
    case toolCallDelta(ToolCallDelta)
    /// A complete tool call, delivered once, after its last delta.
    case toolCall(ToolCall)
    /// Token counts; the last one counts.
    case usage(Usage)
    /// Something that was changed so that the model could take the request or the client could take the answer.
    case adjustment(Adjustment)
    /// The answer is complete.
    case finished(FinishReason)
    /// An event of a kind that this version does not know, as it came.
    case unknown(JSONValue)
}

extension ChatEvent {
    /// Whether a user would see it. Whatever comes before may be asked for again elsewhere.
    public var isVisible: Bool {
        switch self {
        case .started, .adjustment, .usage: false
        default: true
        }
    }
}
