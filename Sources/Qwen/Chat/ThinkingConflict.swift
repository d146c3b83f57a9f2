/// What gives way when a model cannot think and keep a guarantee (a forced tool call, an answer in JSON) at once.
public enum ThinkingConflict: Hashable, Sendable {
    /// Thinking is turned off. A model that always thinks refuses the request instead.
    case keepGuarantee
    /// The guarantee becomes a wish: the tool choice `auto`, the answer free text.
    case keepThinking
}
