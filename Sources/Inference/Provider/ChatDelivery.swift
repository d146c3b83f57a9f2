/// How a client wants the answer to a chat completion.
public struct ChatDelivery: Hashable, Sendable {
    /// Event by event, or as one document.
    public var isStreamed: Bool
    /// Whether the stream ends with an event that holds the token counts. A document always has them.
    public var includesUsage: Bool

    /// For readers of events: a stream with its token counts.
    public static let events = ChatDelivery(isStreamed: true, includesUsage: true)

    public init(isStreamed: Bool, includesUsage: Bool) {
        self.isStreamed = isStreamed
        self.includesUsage = includesUsage
    }
}
