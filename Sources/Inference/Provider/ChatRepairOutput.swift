/// What a repairer produced from one piece of an answer. Reused between calls so that nothing is allocated per chunk.
public struct ChatRepairOutput: Sendable {
    /// Bytes for the client, without any framing of the connection: whole events of a stream, or the document.
    ///
    /// A stream ends with its `[DONE]` event only when the answer is complete; a failure is left to the reader of
    /// ``said``, who knows how the client wants to hear of it.
    public var bytes: [UInt8] = []
    /// What the bytes say, for the account of the call: events, the failure, whether the answer is complete. Text that needed
    /// no repair is counted in `relayed` and has no events.
    public var said = ChatDecoderOutput()

    public init() {}

    /// Whether the piece led to nothing at all.
    // Inlined, as that of what was said.
    @inlinable @inline(__always)
    public var isEmpty: Bool { bytes.isEmpty && said.isEmpty }

    /// Makes room for the next piece; failure and completeness stay.
    public mutating func reset() {
        if !bytes.isEmpty { bytes.removeAll(keepingCapacity: true) }
        said.reset()
    }
}
