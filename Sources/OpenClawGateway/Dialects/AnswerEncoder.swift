package import Inference

/// Writes one answer in a client's dialect. A pure value: events in, bytes without any framing of the connection out.
///
/// A stream is `encode` for every event, then `finish` when the answer is complete or `fail` when it broke off; nothing follows
/// either. An answer that the client wants whole is folded first and written by `document`.
package protocol AnswerEncoder: Sendable {
    mutating func encode(_ event: ChatEvent, into bytes: inout [UInt8])

    /// The answer is complete.
    mutating func finish(into bytes: inout [UInt8])

    /// The answer broke off after it had begun: an event that the client's protocol takes for an error, and no sign of a
    /// regular end.
    mutating func fail(_ error: InferenceError, into bytes: inout [UInt8])

    /// Something harmless that keeps the connection from looking dead.
    mutating func keepAlive(into bytes: inout [UInt8])

    /// The whole answer as one document.
    func document(_ response: ChatResponse) -> [UInt8]
}
