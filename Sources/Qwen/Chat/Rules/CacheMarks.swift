import Inference

/// The beginning of a conversation is sent again with each of its turns. Where marks are taken, and where they pay, the
/// service is told what to keep: it takes 125 % of the input price for that once, and 10 % each time it comes again.
///
/// At most four marks, each at a place that stands still while the conversation grows: the last tool, the instructions,
/// the last user message before the newest message, and the newest message, which is the one before in the next turn.
/// `docs/caching.md` has the arithmetic. Marks change nothing that the model reads, so no adjustment tells of them.
struct CacheMarks: DialectRule {
    static let id = "cache-marks"
    func applies(to site: DialectSite) -> Bool { site.marksPrompts }

    private static let member = "cache_control"
    private static let mark: JSONValue = ["type": "ephemeral"]

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard let minimum = target.model.caching.explicitMinimum else { return [] }
        let places = CachePlaces(request)
        // Without tools or an earlier answer nobody knows whether the prompt will ever come again.
        guard places.tools > 0 || places.isConversation, !Self.isMarked(request, target.facts) else { return [] }
        var size = CachePrefix(reaching: minimum)
        if places.tools > 0 {
            size.add(bytes: places.tools)
            if size.isReached { request.annotateLastTool(Self.member, Self.mark) }
        }
        let messages = request.messages
        var counted = 0
        for place in places.messages {
            while counted <= place, !size.isReached {
                size.add(messages[counted])
                counted += 1
            }
            guard size.isReached, (messages[place].content?.rawBytes.count ?? 0) > 2 else { continue }
            request.annotateText(ofMessageAt: place, Self.member, Self.mark)
        }
        return []
    }

    /// Whether the client has marked the request itself; then it knows better.
    private static func isMarked(_ request: ChatRequest, _ facts: ConversationFacts) -> Bool {
        if facts.contains(.cacheMarks), request.messages.contains(where: { $0.node[member] != nil }) { return true }
        if facts.contains(.parts), request.messages.contains(where: { $0.parts.contains { $0[member] != nil } }) {
            return true
        }
        return request.has(member)
            || request.tools.contains { $0[member] != nil || $0["function"]?[member] != nil }
    }
}
