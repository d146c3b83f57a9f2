import Inference
import Transport

/// Tells whether an answer is a stream of events or one document, and takes it apart. Bytes may be cut anywhere.
struct AnswerFraming: Sendable {
    private var kind = Kind.undecided
    private var frames = ServerSentEventDecoder()
    /// Bytes before the kind is known, or the whole of a document.
    private var pending: [UInt8] = []

    private enum Kind { case undecided, events, document }

    /// The largest answer that is taken as one document.
    private static let documentLimit = 64 << 20

    /// Borrows memory, when a document begins with the next bytes.
    mutating func borrow(from output: inout ChatRepairOutput, for bytes: RawSpan) {
        guard kind == .undecided, pending.isEmpty, Self.kind(of: bytes) == .document else { return }
        pending = output.lend()
    }

    /// Takes the next bytes and calls back for each event that they complete.
    mutating func feed(_ bytes: RawSpan, _ onEvent: ServerSentEventDecoder.Reader) throws(InferenceError) {
        switch kind {
        case .events: try frames.feed(bytes, onEvent)
        case .document: try keep(bytes)
        case .undecided:
            if pending.isEmpty, Self.kind(of: bytes) == .events {
                kind = .events
                return try frames.feed(bytes, onEvent)
            }
            try keep(bytes)
            try decide(onEvent)
        }
    }

    /// The body has ended; returns the document when it was one.
    mutating func finish(_ onEvent: ServerSentEventDecoder.Reader) throws(InferenceError) -> [UInt8]? {
        guard kind != .events else {
            try frames.finish(onEvent)
            return nil
        }
        let bytes = pending
        pending = []
        return bytes.firstIndex { !Self.isSkipped($0) }.map { $0 == 0 ? bytes : Array(bytes[$0...]) }
    }

    /// A document begins with a brace, an error page with an angle bracket; everything else is lines of events.
    private mutating func decide(_ onEvent: ServerSentEventDecoder.Reader) throws(InferenceError) {
        kind = Self.kind(of: pending.span.bytes)
        guard kind == .events else { return }
        let start = pending
        pending = []
        try frames.feed(start.span.bytes, onEvent)
    }

    private static func kind(of bytes: RawSpan) -> Kind {
        switch bytes.withUnsafeBytes({ $0.first { !isSkipped($0) } }) {
        case nil: .undecided
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"): .document
        default: .events
        }
    }

    /// White space and the bytes of a byte order mark.
    private static func isSkipped(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0xEF || byte == 0xBB || byte == 0xBF
    }

    private mutating func keep(_ bytes: RawSpan) throws(InferenceError) {
        guard pending.count + bytes.byteCount <= Self.documentLimit else {
            pending = []
            throw InferenceError(.malformedResponse, "the service sent an answer of more than 64 MiB")
        }
        bytes.withUnsafeBytes { pending.append(contentsOf: $0) }
    }
}
