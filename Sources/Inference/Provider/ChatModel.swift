/// A chat codec: it shapes requests and reads answers, and leaves carrying the bytes to the caller.
public protocol ChatModel: Sendable {
    /// Turns a request into the exchange that the endpoint takes.
    ///
    /// - Parameters:
    ///   - model: what is known of the model, the user's own entries included.
    ///   - delivery: how the answer is wanted. A codec that reads events may ask the service for a stream all the same.
    /// - Throws: `InferenceError` with code `.invalidRequest` or `.unsupported` when the request cannot be sent as it
    ///   is; nothing has left the machine then.
    func exchange(
        for request: ChatRequest, model: ModelDescriptor, context: CallContext, delivery: ChatDelivery
    ) throws(InferenceError) -> ChatExchange

    /// The codec for requests that all go the same way. Codecs that can save work for each of them do.
    func bound(to model: ModelDescriptor, context: CallContext) -> any BoundChatModel

    /// The request to try once more after the service refused `request` for a reason that a changed request cures,
    /// for example an output limit out of range; `nil` when there is none.
    func repaired(
        _ request: ChatRequest, model: ModelDescriptor, after error: InferenceError
    ) -> (request: ChatRequest, adjustment: Adjustment)?
}

extension ChatModel {
    /// Turns a request into the exchange that the endpoint takes; the answer is read as events.
    public func exchange(
        for request: ChatRequest, model: ModelDescriptor, context: CallContext
    ) throws(InferenceError) -> ChatExchange {
        try exchange(for: request, model: model, context: context, delivery: .events)
    }

    public func repaired(
        _ request: ChatRequest, model: ModelDescriptor, after error: InferenceError
    ) -> (request: ChatRequest, adjustment: Adjustment)? { nil }
}
