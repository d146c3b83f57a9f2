/// How a model calls tools.
public struct ToolSupport: Hashable, Sendable {
    /// Whether it takes tools at all.
    public var isSupported: Bool
    /// Whether a tool may be forced: `yes`, `withoutThinking` or `no`.
    public var forcedChoice: Forcing
    /// Whether `tool_choice: "required"` is taken, apart from naming a function.
    public var takesRequired: Bool
    /// Whether tools work while the model thinks.
    public var worksWithThinking: Bool
    /// Whether `tool_stream` makes arguments arrive in pieces.
    public var takesToolStream: Bool

    public init(
        isSupported: Bool = true, forcedChoice: Forcing = .withoutThinking, takesRequired: Bool = false,
        worksWithThinking: Bool = true, takesToolStream: Bool = false
    ) {
        self.isSupported = isSupported
        self.forcedChoice = forcedChoice
        self.takesRequired = takesRequired
        self.worksWithThinking = worksWithThinking
        self.takesToolStream = takesToolStream
    }

    /// When a tool may be forced.
    public enum Forcing: String, Hashable, Sendable { case yes, withoutThinking, no }
}
