import HTTPTypes
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
        var shaped = request
        let facts = ConversationFacts(request)
        let target = DialectTarget(
            model: model, endpoint: context.endpoint, conflict: conflict, cache: context.cache, facts: facts,
            isWantedWhole: !delivery.isStreamed)
        let adjustments = try Dialect.apply(to: &shaped, for: target)
        var head = try HTTPRequest.post("/chat/completions", context: context)
        let isStreamed = shaped.stream == true
        if isStreamed { head.headerFields[.accept] = "text/event-stream" }
        if facts.contains(.parts), UploadedMedia.isUsed(in: shaped), let name = HTTPField.Name(UploadedMedia.headerName)
        {
            head.headerFields[name] = "enable"
        }
        let classifier = classifier
        let call = FailedCall(endpoint: context.endpoint, model: model, credential: context.credential)
        let decoder = QwenStreamDecoder(model: model) { classifier.classify($0, of: call) }
        return ChatExchange(
            request: HTTPExchangeRequest(head: head, body: shaped.body), adjustments: adjustments,
            responseFields: ChatResponseFields(
                requestID: HTTPResponse.serviceRequestIDNames, partialMark: "x-dashscope-partialresponse"),
            decoder: decoder, isStreamed: isStreamed,
            makeRepairer: { [callID = context.callID] delivery in
                QwenAnswerRepairer(
                    model: model, delivery: delivery, callID: callID, created: Int(SystemTime.secondsSince1970)
                ) { classifier.classify($0, of: call) }
            },
            classify: { head, body in classifier.classify(head, body: body, of: call) })
    }

    public func repaired(
        _ request: ChatRequest, model: ModelDescriptor, after error: InferenceError
    ) -> (request: ChatRequest, adjustment: Adjustment)? {
        guard let rule = classifier.rule(of: error), let repair = rule.repair else { return nil }
        return RequestRepair(repair, limit: FailureAdvice.limit(in: error.message), model: model).apply(to: request)
    }
}
