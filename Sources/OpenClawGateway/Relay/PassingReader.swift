import Inference

/// An answer for a client that reads chat completions itself: what needs no repair is passed on as it came.
final class PassingReader: AnswerReading {
    private var repairer: any ChatAnswerRepairer
    private let callID: String

    init(_ repairer: any ChatAnswerRepairer, callID: String) {
        self.repairer = repairer
        self.callID = callID
    }

    func resume(with exchange: ChatExchange, _ delivery: ChatDelivery) {
        let opening = repairer.opening
        repairer = exchange.makeRepairer(delivery)
        repairer.resume(opening)
    }

    func begin(requestID: String?, isPartial: Bool, into output: inout ChatRepairOutput) {
        repairer.begin(requestID: requestID, isPartial: isPartial, into: &output)
    }

    func repair(_ bytes: RawSpan, into output: inout ChatRepairOutput) {
        repairer.repair(bytes, into: &output)
    }

    func finish(into output: inout ChatRepairOutput) { repairer.finish(into: &output) }

    func fail(_ error: InferenceError, into bytes: inout [UInt8]) {
        bytes += "data: ".utf8
        bytes += OpenAIErrorDocument(error, callID: callID).bytes
        bytes += "\n\n".utf8
    }

    func keepAlive(into bytes: inout [UInt8]) { bytes += ": keep-alive\n\n".utf8 }
}
