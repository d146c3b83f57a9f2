import Inference

/// Where a conversation may be marked for the cache.
struct CachePlaces {
    /// The bytes of the tools.
    let tools: Int
    /// Whether something was answered before.
    let isConversation: Bool
    /// The last of the messages that open the conversation as instructions; the service joins them to one.
    private let instructions: Int?
    /// The last message of the user before the newest message: the newest one of the turn before.
    private let turn: Int?
    /// The last place. An answer that is to be continued is none.
    let newest: Int

    init(_ request: ChatRequest) {
        let messages = request.messages
        let opening = messages.prefix { $0.role == .system }.count
        tools = request.node("tools").map { $0.kind == .array && $0.count > 0 ? $0.rawBytes.count : 0 } ?? 0
        instructions = opening > 0 ? opening - 1 : nil
        isConversation = messages.dropFirst(opening).contains { $0.role == .assistant }
        let last = messages.last?.role == .assistant ? messages.count - 2 : messages.count - 1
        turn = isConversation ? messages.prefix(last).lastIndex { $0.role == .user } : nil
        newest = isConversation ? last : instructions ?? -1
    }

    func holds(_ index: Int) -> Bool { index == instructions || index == turn || index == newest }
}
