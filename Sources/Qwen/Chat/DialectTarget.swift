import Inference

/// What a request is shaped for.
struct DialectTarget: Sendable {
    let site: DialectSite
    /// What occurs in the request; without a look at it, everything may.
    var facts = ConversationFacts.unknown
    /// Whether the client waits for the whole answer.
    var isWantedWhole = false

    var model: ModelDescriptor { site.model }
    var endpoint: Endpoint { site.endpoint }
    var conflict: ThinkingConflict { site.conflict }
}

extension DialectTarget {
    /// - Parameter cache: whether the caller wants prompts to be marked.
    init(
        model: ModelDescriptor, endpoint: Endpoint, conflict: ThinkingConflict = .keepGuarantee,
        cache: PromptCaching = .auto, facts: ConversationFacts = .unknown, isWantedWhole: Bool = false
    ) {
        self.init(
            site: DialectSite(model: model, endpoint: endpoint, conflict: conflict, cache: cache), facts: facts,
            isWantedWhole: isWantedWhole)
    }
}
