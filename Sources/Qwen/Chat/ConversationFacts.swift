import Inference

/// What occurs in a conversation, found in one pass, so that most rules need none of their own.
///
/// A fact that is set says "may occur": rules remove what they concern, and never add what was not there.
struct ConversationFacts: OptionSet {
    let rawValue: Int

    /// Instructions in the newer spelling.
    static let developer = ConversationFacts(rawValue: 1 << 0)
    /// Instructions in either spelling.
    static let instructions = ConversationFacts(rawValue: 1 << 1)
    /// Messages that may say nothing.
    static let blank = ConversationFacts(rawValue: 1 << 2)
    /// Tool calls or their results.
    static let tools = ConversationFacts(rawValue: 1 << 3)
    /// Tool results that are no plain text.
    static let toolParts = ConversationFacts(rawValue: 1 << 4)
    /// Content that is an array of parts.
    static let parts = ConversationFacts(rawValue: 1 << 5)
    /// Reasoning of earlier answers.
    static let reasoning = ConversationFacts(rawValue: 1 << 6)
    /// Nothing but instructions.
    static let onlyInstructions = ConversationFacts(rawValue: 1 << 7)
    /// Messages with a mark for the cache, outside of their parts.
    static let cacheMarks = ConversationFacts(rawValue: 1 << 8)

    /// Everything may occur.
    static let unknown = ConversationFacts(rawValue: .max)

    init(rawValue: Int) { self.rawValue = rawValue }

    init(_ request: ChatRequest) {
        var facts: ConversationFacts = [.onlyInstructions]
        let messages = request.messages
        let span = messages.span
        for index in span.indices { facts.add(span[index].outline) }
        self = facts
    }

    private mutating func add(_ outline: ChatMessageNode.Outline) {
        switch outline.role {
        case .user, .assistant: remove(.onlyInstructions)
        case .system: insert(.instructions)
        case .developer: formUnion([.developer, .instructions])
        case .tool:
            insert(.tools)
            remove(.onlyInstructions)
            if outline.contentKind == .parts { insert(.toolParts) }
        default: remove(.onlyInstructions)
        }
        if outline.hasToolCalls { insert(.tools) }
        if outline.hasReasoning { insert(.reasoning) }
        if outline.hasCacheMark { insert(.cacheMarks) }
        if outline.contentKind == .parts { insert(.parts) }
        if !outline.hasToolCalls, Self.mayBeBlank(outline) { insert(.blank) }
    }

    /// Whether a message may say nothing. A text that begins with a visible letter says something.
    private static func mayBeBlank(_ outline: ChatMessageNode.Outline) -> Bool {
        outline.contentKind == .parts || outline.contentLength < 64 && !outline.beginsVisibly
    }
}
