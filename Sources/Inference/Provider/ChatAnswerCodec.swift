public import HTTPTypes

/// Reads the answers to chat calls.
public protocol ChatAnswerCodec: Sendable {
    /// The reader of the body of an accepted answer, streaming or not.
    func makeDecoder() -> any ChatStreamDecoder

    /// The reader of the body for a client that reads chat completions itself.
    ///
    /// - Parameter callID: the caller's own id of the request.
    func makeRepairer(_ delivery: ChatDelivery, callID: String) -> any ChatAnswerRepairer

    /// Reads the body of a refused request: status, header fields and body to an error.
    func classify(_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError
}
