import Inference
import Logging
import Qwen

/// The provider's chat codec with everything that a call needs, and no connection.
struct Codec {
    let chat: any ChatModel
    let model: ModelDescriptor
    let context: CallContext

    init() throws {
        let provider = try QwenProvider.all()[0]
        guard let chat = provider.chat, let model = provider.manifest.model("qwen3.5-plus") else {
            throw InferenceError(.invalidConfiguration, "expected a chat codec and its model")
        }
        self.chat = chat
        self.model = model
        context = CallContext(
            credential: Secret("sk-benchmark"), endpoint: provider.manifest.endpoints[0], userAgent: "benchmarks/1",
            callID: "1", logger: Logger(label: "benchmarks"))
    }

    func exchange(for request: ChatRequest) throws(InferenceError) -> ChatExchange {
        try chat.exchange(for: request, model: model, context: context)
    }

    /// Decodes a stream that arrives in pieces; returns how many events came out.
    func read(_ pieces: [[UInt8]], with decoder: any ChatStreamDecoder) -> Int {
        var (decoder, output, count) = (decoder, ChatDecoderOutput(), 0)
        decoder.begin(requestID: nil, isPartial: false, into: &output)
        for piece in pieces {
            decoder.decode(piece.span.bytes, into: &output)
            count += output.events.count
            output.events.removeAll(keepingCapacity: true)
        }
        decoder.finish(into: &output)
        return count + output.events.count
    }

    /// Hands a stream on that arrives in pieces; returns how many bytes came out.
    func relay(_ pieces: [[UInt8]], with exchange: ChatExchange) -> Int {
        var (repairer, output, count) = (exchange.makeRepairer(.events), ChatRepairOutput(), 0)
        repairer.begin(requestID: nil, isPartial: false, into: &output)
        for piece in pieces {
            repairer.repair(piece.span.bytes, into: &output)
            count += output.bytes.count
            output.reset()
        }
        repairer.finish(into: &output)
        return count + output.bytes.count
    }
}
