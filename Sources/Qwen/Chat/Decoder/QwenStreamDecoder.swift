public import Inference
import Transport

/// Reads an answer of the chat endpoints: an event stream in the OpenAI or the native shape, or one JSON document.
///
/// It takes bytes cut anywhere and never fails because of a field it does not know or a type it did not expect; what it
/// cannot read it hands on as `.unknown`. Which deviations it evens out is listed in `docs/dialect.md`.
public struct QwenStreamDecoder: ChatStreamDecoder {
    private var framing = Framing.undecided
    private var frames = ServerSentEventDecoder()
    private var reply: ReplyAssembly
    /// Bytes before the framing is known, or the whole of a document.
    private var pending: [UInt8] = []

    private enum Framing { case undecided, events, document }

    /// The largest answer that is taken as one document.
    private static let documentLimit = 64 << 20

    init(model: ModelDescriptor, classify: @escaping @Sendable (ServiceFailure) -> InferenceError) {
        reply = ReplyAssembly(model: model, classify: classify)
    }

    public mutating func begin(requestID: String?, isPartial: Bool, into output: inout ChatDecoderOutput) {
        reply.requestID = requestID
        reply.isPartial = isPartial
    }

    public mutating func decode(_ bytes: RawSpan, into output: inout ChatDecoderOutput) {
        switch framing {
        case .events: feed(bytes, into: &output)
        case .document: keep(bytes, into: &output)
        case .undecided:
            keep(bytes, into: &output)
            decide(into: &output)
        }
    }

    public mutating func finish(into output: inout ChatDecoderOutput) {
        do throws(InferenceError) {
            switch framing {
            case .undecided, .document: readDocument(into: &output)
            case .events:
                try frames.finish { event, data in reply.take(event, data, into: &output) }
            }
        } catch {
            reply.fail(error, into: &output)
        }
        reply.end(into: &output)
    }

    private mutating func feed(_ bytes: RawSpan, into output: inout ChatDecoderOutput) {
        do throws(InferenceError) {
            try frames.feed(bytes) { event, data in reply.take(event, data, into: &output) }
        } catch {
            reply.fail(error, into: &output)
        }
    }

    /// A document begins with a brace, an error page with an angle bracket; everything else is lines of events.
    private mutating func decide(into output: inout ChatDecoderOutput) {
        guard let first = pending.first(where: { !Self.isSkipped($0) }) else { return }
        switch first {
        case UInt8(ascii: "{"), UInt8(ascii: "["), UInt8(ascii: "<"): framing = .document
        default:
            framing = .events
            let start = pending
            pending = []
            feed(start.span.bytes, into: &output)
        }
    }

    /// White space and the bytes of a byte order mark.
    private static func isSkipped(_ byte: UInt8) -> Bool {
        byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D || byte == 0xEF || byte == 0xBB || byte == 0xBF
    }

    private mutating func keep(_ bytes: RawSpan, into output: inout ChatDecoderOutput) {
        guard pending.count + bytes.byteCount <= Self.documentLimit else {
            pending = []
            reply.fail(
                InferenceError(.malformedResponse, "the service sent an answer of more than 64 MiB"), into: &output)
            return
        }
        bytes.withUnsafeBytes { pending.append(contentsOf: $0) }
    }

    private mutating func readDocument(into output: inout ChatDecoderOutput) {
        let bytes = pending
        pending = []
        guard let start = bytes.firstIndex(where: { !Self.isSkipped($0) }) else { return }
        reply.takeDocument(Array(bytes[start...]), into: &output)
    }
}
