import Inference

/// An answer for a client of another dialect: read as events and written by the dialect's encoder.
final class AnswerTranslator {
    private var decoder: any ChatStreamDecoder
    private var encoder: any AnswerEncoder
    /// Folds the events of an answer that the client wants whole.
    private var builder: ChatResponseBuilder?
    private var isWritten = false

    init(decoder: any ChatStreamDecoder, encoder: any AnswerEncoder, isStreamed: Bool) {
        self.decoder = decoder
        self.encoder = encoder
        builder = isStreamed ? nil : ChatResponseBuilder()
    }

    func resume(with exchange: ChatExchange) { decoder = exchange.decoder }

    func begin(requestID: String?, isPartial: Bool, into output: inout ChatRepairOutput) {
        let start = output.said.events.count
        decoder.begin(requestID: requestID, isPartial: isPartial, into: &output.said)
        write(from: start, into: &output)
    }

    func repair(_ bytes: RawSpan, into output: inout ChatRepairOutput) {
        let start = output.said.events.count
        decoder.decode(bytes, into: &output.said)
        write(from: start, into: &output)
    }

    func finish(into output: inout ChatRepairOutput) {
        let start = output.said.events.count
        decoder.finish(into: &output.said)
        write(from: start, into: &output)
    }

    func fail(_ error: InferenceError, into bytes: inout [UInt8]) { encoder.fail(error, into: &bytes) }

    func keepAlive(into bytes: inout [UInt8]) { encoder.keepAlive(into: &bytes) }

    private func write(from start: Int, into output: inout ChatRepairOutput) {
        for event in output.said.events[start...] {
            if builder != nil { builder?.add(event) } else { encoder.encode(event, into: &output.bytes) }
        }
        guard output.said.isComplete, output.said.failure == nil, !isWritten else { return }
        isWritten = true
        if let response = builder?.response {
            output.bytes += encoder.document(response)
        } else {
            encoder.finish(into: &output.bytes)
        }
    }
}
