import Inference

/// Reads one answer of a service and writes it as the client wants it. A pure value: it never waits, locks or performs I/O.
protocol AnswerReading: ChatAnswerRepairer {
    /// The answer broke off after it had begun: what the client's protocol takes for an error, and no sign of a regular end.
    mutating func fail(_ error: InferenceError, into bytes: inout [UInt8])

    /// Something harmless that keeps a stream from looking dead.
    mutating func keepAlive(into bytes: inout [UInt8])
}
