public import Inference

/// Reads an answer of the chat endpoints: an event stream in the OpenAI or the native shape, or one JSON document.
///
/// It takes bytes cut anywhere and never fails because of a field it does not know or a type it did not expect; what it
/// cannot read it hands on as `.unknown`. Which deviations it evens out is listed in `docs/dialect.md`.
public struct QwenStreamDecoder: ChatStreamDecoder {
    private var framing = AnswerFraming()
    private var reply: ReplyAssembly

    init(_ traits: AnswerTraits, classify: @escaping @Sendable (ServiceFailure) -> InferenceError) {
        reply = ReplyAssembly(traits, classify: classify)
    }

    public mutating func begin(requestID: String?, isPartial: Bool, into output: inout ChatDecoderOutput) {
        reply.requestID = requestID
        reply.isPartial = isPartial
    }

    public mutating func decode(_ bytes: RawSpan, into output: inout ChatDecoderOutput) {
        do throws(InferenceError) {
            try framing.feed(bytes) { event, data in reply.take(event, data, into: &output) }
        } catch {
            reply.fail(error, into: &output)
        }
    }

    public mutating func finish(into output: inout ChatDecoderOutput) {
        do throws(InferenceError) {
            let document = try framing.finish { event, data in reply.take(event, data, into: &output) }
            if let document { reply.takeDocument(document, into: &output) }
        } catch {
            reply.fail(error, into: &output)
        }
        reply.end(into: &output)
    }
}
