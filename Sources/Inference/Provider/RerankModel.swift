/// A rerank codec: it shapes requests and reads answers, and leaves carrying the bytes to the caller.
public protocol RerankModel: Sendable {
    /// Turns a request into the exchange that the endpoint takes.
    ///
    /// - Throws: `InferenceError` with code `.invalidRequest` or `.unsupported` when the request cannot be sent as it is;
    ///   nothing has left the machine then.
    func exchange(
        for request: RerankRequest, model: ModelDescriptor, context: CallContext
    ) throws(InferenceError) -> DocumentExchange<RerankResponse>
}
