/// An embeddings codec: it shapes requests and reads answers, and leaves carrying the bytes to the caller.
public protocol EmbeddingModel: Sendable {
    /// Turns a request into the exchange that the endpoint takes.
    ///
    /// - Throws: `InferenceError` with code `.invalidRequest` or `.unsupported` when the request cannot be sent as it is, for
    ///   example with more inputs than ``EmbeddingSupport/batch``; nothing has left the machine then.
    func exchange(
        for request: EmbeddingRequest, model: ModelDescriptor, context: CallContext
    ) throws(InferenceError) -> DocumentExchange<EmbeddingResponse>
}
