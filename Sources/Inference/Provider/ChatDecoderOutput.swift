/// What a decoder produced from one piece of input. Reused between calls so that nothing is allocated per chunk.
public struct ChatDecoderOutput: Sendable {
    /// Events in order.
    public var events: [ChatEvent] = []
    /// Set when the answer failed; nothing after it counts.
    public var failure: InferenceError?
    /// Whether the input held a data event; comments and keep-alives leave it `false`.
    public var sawData = false
    /// Whether the answer is complete and the rest of the body may be ignored.
    public var isComplete = false

    public init() {}
}
