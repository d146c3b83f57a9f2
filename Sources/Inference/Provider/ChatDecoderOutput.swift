/// What a decoder produced from one piece of input. Reused between calls so that nothing is allocated per chunk.
public struct ChatDecoderOutput: Sendable {
    /// Events in order.
    public var events: [ChatEvent] = []
    /// Text for which there are no events, because it was passed on as it came. Decoders leave it empty.
    public var relayed = RelayedText()
    /// Set when the answer failed; nothing after it counts.
    public var failure: InferenceError?
    /// Whether the input held a data event; comments and keep-alives leave it `false`.
    public var sawData = false
    /// Whether the answer is complete and the rest of the body may be ignored.
    public var isComplete = false

    public init() {}

    /// Whether the input said nothing at all.
    // Inlined, so that the fields are looked at where they are.
    @inlinable @inline(__always)
    public var isEmpty: Bool { events.isEmpty && relayed.isEmpty && !sawData && !isComplete && failure == nil }

    /// Whether something came that a user would see. Whatever comes before may be asked for again elsewhere.
    public var isVisible: Bool { !relayed.isEmpty || events.contains(where: \.isVisible) }

    /// Makes room for what the next piece of input says; failure and completeness stay.
    public mutating func reset() {
        if !events.isEmpty { events.removeAll(keepingCapacity: true) }
        relayed = RelayedText()
        sawData = false
    }
}
