import Inference

/// A tool result is one text. Pictures in it move to a user message behind the results. A mark for the cache stays on it.
struct ToolResultMedia: DialectRule {
    static let id = "tool-result-media"
    var occasions: ConversationFacts { .toolParts }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        let messages = request.messages
        var media: [JSONValue] = []
        var hasJoined = false
        var hasMoved = false
        // From the end, so that insertions do not move what is still to be looked at.
        for index in messages.indices.reversed() where messages[index].role == .tool {
            let parts = messages[index].parts
            let mark = target.model.caching.explicit ? parts.last { $0["cache_control"] != nil }?["cache_control"] : nil
            let isMarkedText = mark != nil && parts.count == 1 && parts[0]["type"]?.string == "text"
            guard messages[index].contentKind == .parts, !isMarkedText else {
                insert(&media, before: index, of: messages, in: &request)
                continue
            }
            let texts = parts.filter { $0["type"]?.string == "text" }.compactMap { $0["text"]?.string }
            let found = parts.filter { $0["type"]?.string != "text" }.map(\.value)
            media = found + media
            hasMoved = hasMoved || !found.isEmpty
            hasJoined = true
            let joined = texts.joined(separator: "\n")
            let text = JSONValue.string(joined.isEmpty ? "see the next message" : joined)
            let marked = mark.map { [["type": "text", "text": text, "cache_control": $0.value]] as JSONValue }
            request.replaceContent(at: index, with: marked ?? text)
            insert(&media, before: index, of: messages, in: &request)
        }
        if hasMoved { return adjusted("media of tool results moved to a message of their own") }
        return hasJoined ? adjusted("the parts of tool results joined to one text") : []
    }

    /// Puts the media behind the run of tool results once its first message is reached.
    private func insert(
        _ media: inout [JSONValue], before index: Int, of messages: [ChatMessageNode], in request: inout ChatRequest
    ) {
        guard !media.isEmpty, index == 0 || messages[index - 1].role != .tool else { return }
        var end = index
        while end < messages.count, messages[end].role == .tool { end += 1 }
        let note: JSONValue = ["type": "text", "text": "Attached by the tool results above:"]
        request.insertMessage(["role": "user", "content": .array([note] + media)], at: end)
        media = []
    }
}
