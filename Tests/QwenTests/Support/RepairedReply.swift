import HTTPTypes
import Inference
import Logging

@testable import Qwen

/// What a repairer made of a whole answer.
struct RepairedReply: Equatable {
    var bytes: [UInt8] = []
    var events: [ChatEvent] = []
    var relayed = 0
    var failure: InferenceError?
    var isComplete = false
    let opening: ChatCompletionOpening

    init(
        _ chunks: [[UInt8]], model: ModelDescriptor, isPartial: Bool = false,
        delivery: ChatDelivery = .events, opening: ChatCompletionOpening? = nil
    ) {
        let call = FailedCall(
            endpoint: TestProvider.endpoint("standard-intl"), model: model, credential: Secret("sk-test"))
        let classifier = TestProvider.classifier
        var repairer = QwenAnswerRepairer(AnswerTraits(model), delivery: delivery, callID: "c-1", created: 7) {
            classifier.classify($0, of: call)
        }
        if let opening { repairer.resume(opening) }
        var output = ChatRepairOutput()
        repairer.begin(requestID: nil, isPartial: isPartial, into: &output)
        for chunk in chunks { repairer.repair(chunk.span.bytes, into: &output) }
        repairer.finish(into: &output)
        (bytes, events) = (output.bytes, output.said.events)
        (failure, isComplete) = (output.said.failure, output.said.isComplete)
        self.opening = repairer.opening
        relayed = output.said.relayed.ascii + output.said.relayed.other
    }

    /// The data of the events for the client.
    var data: [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\n\n").map { String($0.dropFirst("data: ".count)) }
    }
}
