import Inference

/// What a request is shaped for.
struct DialectTarget: Sendable {
    let model: ModelDescriptor
    let endpoint: Endpoint
    var conflict = ThinkingConflict.keepGuarantee
    /// Whether the caller wants prompts to be marked.
    var cache = PromptCaching.auto
    /// What occurs in the request; without a look at it, everything may.
    var facts = ConversationFacts.unknown
    /// Whether the client waits for the whole answer.
    var isWantedWhole = false
}
