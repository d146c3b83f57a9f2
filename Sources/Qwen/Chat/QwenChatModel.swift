public import Inference

/// The chat codec of Qwen Cloud: it shapes requests for `chat/completions` and reads the answers.
///
/// It holds no key and no connection. Whoever performs the exchange brings both:
///
/// ```swift
/// let exchange = try QwenChatModel(manifest: manifest).exchange(for: request, model: model, context: context)
/// let response = try await transport.send(exchange.request, deadlines: Deadlines())
/// ```
///
/// Events are streamed, whatever the request says. An answer that is wanted whole is asked for whole where the model gives it
/// in good time, and folded from a stream otherwise.
public struct QwenChatModel: ChatModel {
    private let classifier: ErrorClassifier
    private let conflict: ThinkingConflict

    /// - Parameters:
    ///   - conflict: what gives way when a model cannot think and keep a guarantee at once.
    public init(classifier: ErrorClassifier, conflict: ThinkingConflict = .keepGuarantee) {
        self.classifier = classifier
        self.conflict = conflict
    }

    /// A codec with the built-in error table.
    public init(manifest: ProviderManifest, conflict: ThinkingConflict = .keepGuarantee) {
        self.init(classifier: ErrorClassifier(manifest: manifest), conflict: conflict)
    }

    public func exchange(
        for request: ChatRequest, model: ModelDescriptor, context: CallContext, delivery: ChatDelivery
    ) throws(InferenceError) -> ChatExchange {
        let bound = BoundQwenChat(model, context, conflict, classifier)
        return try bound.exchange(for: request, callID: context.callID, delivery: delivery)
    }

    public func bound(to model: ModelDescriptor, context: CallContext) -> any BoundChatModel {
        BoundQwenChat(model, context, conflict, classifier)
    }

    public func repaired(
        _ request: ChatRequest, model: ModelDescriptor, after error: InferenceError
    ) -> (request: ChatRequest, adjustment: Adjustment)? {
        guard let rule = classifier.rule(of: error), let repair = rule.repair else { return nil }
        return RequestRepair(repair, limit: FailureAdvice.limit(in: error.message), model: model).apply(to: request)
    }
}
