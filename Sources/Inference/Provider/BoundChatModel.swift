/// A codec that knows its model, endpoint and credential already: what is the same for every request is worked out once.
///
/// For callers that send many requests the same way, such as a gateway. Get one with ``ChatModel/bound(to:context:)``.
public protocol BoundChatModel: Sendable {
    /// Turns a request into the exchange that the endpoint takes; see ``ChatModel``.
    ///
    /// - Parameter callID: the caller's own id of the request, in place of the one that the codec was bound with.
    func exchange(
        for request: ChatRequest, callID: String, delivery: ChatDelivery
    ) throws(InferenceError) -> ChatExchange
}

extension ChatModel {
    /// The codec for requests that all go the same way.
    public func bound(to model: ModelDescriptor, context: CallContext) -> any BoundChatModel {
        RepeatedChatModel(codec: self, model: model, context: context)
    }
}

/// Works everything out anew for every request.
private final class RepeatedChatModel: BoundChatModel {
    private let codec: any ChatModel
    private let model: ModelDescriptor
    private let context: CallContext

    init(codec: any ChatModel, model: ModelDescriptor, context: CallContext) {
        self.codec = codec
        self.model = model
        self.context = context
    }

    func exchange(
        for request: ChatRequest, callID: String, delivery: ChatDelivery
    ) throws(InferenceError) -> ChatExchange {
        var context = context
        context.callID = callID
        return try codec.exchange(for: request, model: model, context: context, delivery: delivery)
    }
}
