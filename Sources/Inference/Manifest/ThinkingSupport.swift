/// How a model reasons before it answers.
public struct ThinkingSupport: Hashable, Sendable {
    /// Who decides: `never`, `always`, `toggle` (a flag, with levels when `efforts` has some) or `effort` (a level alone).
    public var control: Control
    /// Whether the model thinks when the request does not say.
    public var isOnByDefault: Bool
    /// Whether the flag travels in `chat_template_kwargs`, as self-hosted servers want it.
    public var usesChatTemplate: Bool
    /// Whether a `thinking_budget` is taken.
    public var takesBudget: Bool
    /// The largest `thinking_budget` in tokens; `nil` when no limit is known.
    public var maxBudget: Int?
    /// The effort levels that the model takes, lowest first; empty when it takes none.
    public var efforts: [String]
    /// Levels that users write, mapped to what the model takes.
    public var effortAliases: [String: String]
    /// The effort that turns thinking off, when there is one.
    public var offEffort: String?
    /// Whether a non-streaming request may think.
    public var worksWithoutStreaming: Bool
    /// What becomes of earlier reasoning in the history.
    public var replay: Replay

    public init(
        control: Control = .never, isOnByDefault: Bool = false, usesChatTemplate: Bool = false,
        takesBudget: Bool = false, maxBudget: Int? = nil,
        efforts: [String] = [], effortAliases: [String: String] = [:], offEffort: String? = nil,
        worksWithoutStreaming: Bool = true, replay: Replay = .currentTurn
    ) {
        self.control = control
        self.isOnByDefault = isOnByDefault
        self.usesChatTemplate = usesChatTemplate
        self.takesBudget = takesBudget
        self.maxBudget = maxBudget
        self.efforts = efforts
        self.effortAliases = effortAliases
        self.offEffort = offEffort
        self.worksWithoutStreaming = worksWithoutStreaming
        self.replay = replay
    }

    /// Who decides whether a model thinks.
    public enum Control: String, Hashable, Sendable { case never, always, toggle, effort }

    /// What becomes of `reasoning_content` of earlier turns: sent only within the current tool loop, always, or never.
    public enum Replay: String, Hashable, Sendable { case currentTurn, always, never }
}
