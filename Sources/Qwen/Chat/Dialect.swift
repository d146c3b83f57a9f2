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
}
