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
        for index in messages.indices {
            let outline = messages[index].outline
            switch outline.role {
            case .user, .assistant: facts.remove(.onlyInstructions)
            case .system: facts.insert(.instructions)
            case .developer: facts.formUnion([.developer, .instructions])
            case .tool:
                facts.insert(.tools)
                facts.remove(.onlyInstructions)
                if outline.contentKind == .parts { facts.insert(.toolParts) }
            default: facts.remove(.onlyInstructions)
            }
            if outline.hasToolCalls { facts.insert(.tools) }
            if outline.hasReasoning { facts.insert(.reasoning) }
            if outline.hasCacheMark { facts.insert(.cacheMarks) }
            if outline.contentKind == .parts { facts.insert(.parts) }
            if !outline.hasToolCalls, Self.mayBeBlank(outline) { facts.insert(.blank) }
        }
        self = facts
    }

    /// Whether a message may say nothing. A text that begins with a visible letter says something.
    private static func mayBeBlank(_ outline: ChatMessageNode.Outline) -> Bool {
        outline.contentKind == .parts || outline.contentLength < 64 && !outline.beginsVisibly
    }
}
