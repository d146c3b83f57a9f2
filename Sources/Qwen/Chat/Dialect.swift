import Inference

/// The rules of the dialect, in the order in which they apply.
enum Dialect {
    /// The order matters: messages first, then thinking, then what thinking conflicts with, then limits and flags.
    static let rules: [any DialectRule.Type] = [
        ModelSpelling.self, DeveloperRole.self, SystemRole.self, SingleMessage.self, BlankMessages.self,
        OrphanToolCalls.self, ConversationTurn.self, ToolResultMedia.self, StringContent.self, ReasoningReplay.self,
        ThinkingSpelling.self, ThinkingExclusive.self, ThinkingNever.self, ThinkingForced.self, ThinkingToggle.self,
        ThinkingEffort.self, ThinkingBudget.self, ToolsUnsupported.self, ToolNames.self, ToolsWhileThinking.self,
        ForcedToolChoice.self, RequiredToolChoice.self, JSONSchemaInWords.self, JSONWhileThinking.self, JSONWord.self,
        OutputLimit.self, TemperatureEdge.self, TopPEdge.self, ChoiceCount.self, StopTypes.self,
        ParallelToolCalls.self, ToolStream.self, AlwaysStream.self,
    ]

    /// Shapes a request for its target.
    static func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        var adjustments: [Adjustment] = []
        for rule in rules { adjustments += try rule.init().apply(to: &request, for: target) }
        return adjustments
    }
}
