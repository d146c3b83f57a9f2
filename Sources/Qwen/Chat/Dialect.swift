import Inference

/// The rules of the dialect, in the order in which they apply.
enum Dialect {
    /// The order matters: messages first, then thinking, then what thinking conflicts with, then limits and flags.
    /// Marks for the cache come last, on the messages that go out.
    static let rules: [any DialectRule] = [
        ModelSpelling(), DeveloperRole(), SystemRole(), SingleMessage(), BlankMessages(),
        OrphanToolCalls(), ConversationTurn(), ToolResultMedia(), StringContent(), ReasoningReplay(),
        ThinkingSpelling(), ThinkingExclusive(), ThinkingNever(), ThinkingForced(), ThinkingToggle(),
        ThinkingEffort(), ThinkingBudget(), ToolsUnsupported(), ToolNames(), ToolsWhileThinking(),
        ForcedToolChoice(), RequiredToolChoice(), JSONSchemaInWords(), JSONWhileThinking(),
        ThinkingTemplate(), JSONWord(),
        OutputLimit(), TemperatureEdge(), TopPEdge(), ChoiceCount(), StopTypes(),
        ParallelToolCalls(), ToolStream(), AlwaysStream(), CacheMarks(),
    ]

    /// Shapes a request for its target.
    static func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        var adjustments: [Adjustment] = []
        for rule in rules {
            if let concerns = rule.concerns, request.members.isDisjoint(with: concerns) { continue }
            adjustments += try rule.apply(to: &request, for: target)
        }
        return adjustments
    }
}
