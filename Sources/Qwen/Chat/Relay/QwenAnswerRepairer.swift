public import Inference

/// Hands an answer of the chat endpoints on to a client that reads chat completions itself: events and documents that are
/// right as they came, the others mended. See `docs/dialect.md`.
public struct QwenAnswerRepairer: ChatAnswerRepairer {
    private var framing = AnswerFraming()
    private var relay: StreamRelay
    private let delivery: ChatDelivery

    /// - Parameters:
    ///   - callID: names the answer when the service does not.
    ///   - created: when the answer was made, in seconds since 1970, when the service does not say.
    init(
        _ traits: AnswerTraits, delivery: ChatDelivery, callID: String, created: Int,
        classify: @escaping @Sendable (ServiceFailure) -> InferenceError
    ) {
        self.delivery = delivery
        let writer = ChatCompletionWriter(
            callID: callID, model: traits.model.rawValue, created: created, delivery: delivery)
        relay = StreamRelay(ReplyAssembly(traits, classify: classify), writer: writer, delivery: delivery)
    }

    public var opening: ChatCompletionOpening { relay.opening }

    public mutating func resume(_ opening: ChatCompletionOpening) { relay.resume(opening) }

    public mutating func begin(requestID: String?, isPartial: Bool, into output: inout ChatRepairOutput) {
        relay.reply.requestID = requestID
        relay.reply.isPartial = isPartial
    }

    public mutating func repair(_ bytes: RawSpan, into output: inout ChatRepairOutput) {
        framing.borrow(from: &output, for: bytes)
        do throws(InferenceError) {
            try framing.feed(bytes) { event, data in relay.take(event, data, into: &output) }
        } catch {
            relay.say(into: &output) { $0.fail(error, into: &$1) }
        }
    }

    public mutating func finish(into output: inout ChatRepairOutput) {
        do throws(InferenceError) {
            let document = try framing.finish { event, data in relay.take(event, data, into: &output) }
            if let document { return take(document, into: &output) }
        } catch {
            relay.say(into: &output) { $0.fail(error, into: &$1) }
        }
        relay.say(into: &output) { $0.end(into: &$1) }
    }

    private mutating func take(_ document: [UInt8], into output: inout ChatRepairOutput) {
        let first = output.said.events.count
        let shape = delivery.isStreamed ? nil : DocumentShape(document.span.bytes)
        if let shape, relay.reply.take(shape, in: document.span.bytes, into: &output.said) {
            return output.hand(on: document)
        }
        relay.reply.takeDocument(document, into: &output.said)
        relay.reply.end(into: &output.said)
        let events = output.said.events[first...]
        let isMended = events.contains { if case .adjustment = $0 { true } else { false } }
        if shape != nil, output.said.failure == nil, !isMended {
            output.hand(on: document)
        } else {
            for event in events { relay.writer.write(event, into: &output.bytes) }
        }
    }
}
