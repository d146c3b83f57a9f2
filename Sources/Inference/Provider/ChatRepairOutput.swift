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
    /// Memory of documents that were handed on: many answers may be on their way at once, each in memory of its own.
    private var spares: [[UInt8]] = []

    private static let mostSpares = 64
    private static let largestSpare = 1 << 16

    public init() {}

    /// Memory for a document that comes in pieces: empty, with room where there is some to spare. Give it back with
    /// ``hand(on:)``.
    public mutating func lend() -> [UInt8] {
        guard bytes.isEmpty, bytes.capacity > 0 else { return spares.popLast() ?? [] }
        var memory: [UInt8] = []
        swap(&memory, &bytes)
        return memory
    }

    /// Hands on a document as it is; nothing is copied when it comes first.
    public mutating func hand(on document: [UInt8]) {
        guard bytes.isEmpty else { return bytes += document }
        if (1...Self.largestSpare).contains(bytes.capacity), spares.count < Self.mostSpares { spares.append(bytes) }
        bytes = document
    }

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
