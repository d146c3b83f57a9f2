import Inference

/// Reads one answer of a service and writes it as the client wants it, as a `ChatAnswerRepairer` does. It never waits, locks or
/// performs I/O. One object for each answer: a value would be boxed, and copied for every piece.
protocol AnswerReading: AnyObject {
    /// Another service takes the answer over of which the client has seen the opening. `begin` follows.
    func resume(with exchange: ChatExchange, _ delivery: ChatDelivery)

    func begin(requestID: String?, isPartial: Bool, into output: inout ChatRepairOutput)

    func repair(_ bytes: RawSpan, into output: inout ChatRepairOutput)

    func finish(into output: inout ChatRepairOutput)

    /// The answer broke off after it had begun: what the client's protocol takes for an error, and no sign of a regular end.
    func fail(_ error: InferenceError, into bytes: inout [UInt8])

    /// Something harmless that keeps a stream from looking dead.
    func keepAlive(into bytes: inout [UInt8])
}
