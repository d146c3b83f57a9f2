import HTTPTypes
import Inference

/// Reads answers as another codec does, and refusals in its own way.
struct ClassifiedAnswers: ChatAnswerCodec {
    private let base: any ChatAnswerCodec
    private let refusal: @Sendable ([UInt8]) -> InferenceError

    init(_ base: any ChatAnswerCodec, refusal: @escaping @Sendable ([UInt8]) -> InferenceError) {
        self.base = base
        self.refusal = refusal
    }

    func makeDecoder() -> any ChatStreamDecoder { base.makeDecoder() }

    func makeRepairer(_ delivery: ChatDelivery, callID: String) -> any ChatAnswerRepairer {
        base.makeRepairer(delivery, callID: callID)
    }

    func classify(_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError { refusal(body) }
}
