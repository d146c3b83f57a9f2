import Inference

/// Where a conversation may be marked for the cache.
struct CachePlaces {
    /// The bytes of the tools.
    let tools: Int
    /// Whether something was answered before.
    let isConversation: Bool
    /// The messages, in their order: the last of those that open the conversation as instructions, which the service joins
    /// to one; the last of the user before the newest, which was the newest of the turn before; and the newest. An answer
    /// that is to be continued is none of them.
    let messages: [Int]

    init(_ request: ChatRequest) {
        let all = request.messages
        let opening = all.prefix { $0.role == .system }.count
        tools = request.node("tools").map { $0.kind == .array && $0.count > 0 ? $0.rawBytes.count : 0 } ?? 0
        isConversation = all.dropFirst(opening).contains { $0.role == .assistant }
        var places = opening > 0 ? [opening - 1] : []
        if isConversation {
            let newest = all.last?.role == .assistant ? all.count - 2 : all.count - 1
            if let turn = all.prefix(max(0, newest)).lastIndex(where: { $0.role == .user }) { places.append(turn) }
            if newest >= opening { places.append(newest) }
        }
        messages = places
    }
}
