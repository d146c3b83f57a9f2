/// Whether and how much the model should reason before it answers.
///
/// In a ``ChatRequest`` it is held in three members: `enable_thinking`, `thinking_budget` and `reasoning_effort`. What the
/// model really takes is the business of the provider's codec, which reports what it could not honour.
public enum ThinkingSetting: Hashable, Sendable {
    /// No reasoning: `enable_thinking: false`.
    case off
    /// Reasoning as much as the model likes: `enable_thinking: true`.
    case on
    /// Reasoning up to a number of tokens: `enable_thinking: true` and `thinking_budget`.
    case budget(Int)
    /// Reasoning with an effort in the model's own words: `reasoning_effort`.
    case effort(String)
    /// Reasoning with a level of the command line: `off` and `adaptive` as ``off`` and ``on``, others as an effort.
    case level(ThinkingLevel)

    var enableThinking: Bool? {
        switch self {
        case .off, .level(.off): false
        case .on, .budget, .level(.adaptive): true
        case .effort, .level: nil
        }
    }

    var budget: Int? { if case .budget(let tokens) = self { tokens } else { nil } }

    var effort: String? {
        switch self {
        case .level(.off), .level(.adaptive): nil
        case .level(let level): level.rawValue
        case .effort(let effort): effort
        default: nil
        }
    }
}
