/// How a model reasons before it answers.
public struct ThinkingSupport: Hashable, Sendable, Codable {
    /// Who decides: `never`, `always`, `toggle` (a flag) or `effort` (a level).
    public var control: Control
    /// Whether the model thinks when the request does not say.
    public var isOnByDefault: Bool
    /// The largest `thinking_budget` in tokens; `nil` when the model takes none.
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

    /// Who decides whether a model thinks.
    public enum Control: String, Hashable, Sendable, Codable { case never, always, toggle, effort }

    /// What becomes of `reasoning_content` of earlier turns: sent only within the current tool loop, always, or never.
    public enum Replay: String, Hashable, Sendable, Codable { case currentTurn, always, never }
}
