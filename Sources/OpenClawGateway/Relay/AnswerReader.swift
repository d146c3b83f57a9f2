import Inference

/// Reads one answer of a service and writes it as the client wants it. It never waits, locks or performs I/O.
///
/// For a client that reads chat completions itself, what needs no repair is passed on as it came; for others the answer is
/// translated.
struct AnswerReader {
    /// `nil` for an answer that is translated.
    private var repairer: (any ChatAnswerRepairer)?
    private let translator: AnswerTranslator?
    private let callID: String

    init(_ repairer: any ChatAnswerRepairer, callID: String) {
        (self.repairer, self.callID, translator) = (repairer, callID, nil)
    }

    init(_ translator: AnswerTranslator) {
        (repairer, callID, self.translator) = (nil, "", translator)
    }

    /// Another service takes the answer over of which the client has seen the opening. `begin` follows.
    mutating func resume(with exchange: ChatExchange, _ delivery: ChatDelivery) {
        if let translator { return translator.resume(with: exchange) }
        guard let opening = repairer?.opening else { return }
        repairer = exchange.makeRepairer(delivery)
        repairer?.resume(opening)
    }

    mutating func begin(requestID: String?, isPartial: Bool, into output: inout ChatRepairOutput) {
        repairer?.begin(requestID: requestID, isPartial: isPartial, into: &output)
        translator?.begin(requestID: requestID, isPartial: isPartial, into: &output)
    }

    mutating func repair(_ bytes: RawSpan, into output: inout ChatRepairOutput) {
        repairer?.repair(bytes, into: &output)
        translator?.repair(bytes, into: &output)
    }

    mutating func finish(into output: inout ChatRepairOutput) {
        repairer?.finish(into: &output)
        translator?.finish(into: &output)
    }

    /// The answer broke off after it had begun: what the client's protocol takes for an error, and no sign of a regular end.
    func fail(_ error: InferenceError, into bytes: inout [UInt8]) {
        if let translator { return translator.fail(error, into: &bytes) }
        bytes += "data: ".utf8
        bytes += OpenAIErrorDocument(error, callID: callID).bytes
        bytes += "\n\n".utf8
    }

    /// Something harmless that keeps a stream from looking dead.
    func keepAlive(into bytes: inout [UInt8]) {
        if let translator { return translator.keepAlive(into: &bytes) }
        bytes += ": keep-alive\n\n".utf8
    }
}
