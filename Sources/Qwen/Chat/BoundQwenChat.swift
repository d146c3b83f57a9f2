import HTTPTypes
import Inference

/// The chat codec for one model on one endpoint with one credential.
final class BoundQwenChat: BoundChatModel {
    /// The heads of a request: for an answer that is wanted whole, and for a stream.
    private final class Heads: Sendable {
        let whole: HTTPRequest
        let streamed: HTTPRequest

        init(_ context: CallContext) throws(InferenceError) {
            whole = try HTTPRequest.post("/chat/completions", context: context)
            var streamed = whole
            streamed.headerFields[.accept] = "text/event-stream"
            self.streamed = streamed
        }
    }

    private let site: DialectSite
    private let plan: DialectPlan
    private let classifier: ErrorClassifier
    private let call: FailedCall
    private let heads: Result<Heads, InferenceError>
    private static let responseFields = ChatResponseFields(
        requestID: HTTPResponse.serviceRequestIDNames, partialMark: "x-dashscope-partialresponse")

    init(_ model: ModelDescriptor, _ context: CallContext, _ conflict: ThinkingConflict, _ classifier: ErrorClassifier)
    {
        site = DialectSite(model: model, endpoint: context.endpoint, conflict: conflict, cache: context.cache)
        call = FailedCall(endpoint: context.endpoint, model: model, credential: context.credential)
        self.classifier = classifier
        plan = DialectPlan(for: site)
        heads = Result { () throws(InferenceError) in try Heads(context) }
    }

    func exchange(
        for request: ChatRequest, callID: String, delivery: ChatDelivery
    ) throws(InferenceError) -> ChatExchange {
        var shaped = request
        let facts = ConversationFacts(request)
        let target = DialectTarget(site: site, facts: facts, isWantedWhole: !delivery.isStreamed)
        let adjustments = try plan.apply(to: &shaped, for: target)
        let heads = try heads.get()
        let isStreamed = shaped.members.contains(.stream) && shaped.stream == true
        var head = isStreamed ? heads.streamed : heads.whole
        if facts.contains(.parts), UploadedMedia.isUsed(in: shaped), let name = HTTPField.Name(UploadedMedia.headerName)
        {
            head.headerFields[name] = "enable"
        }
        return ChatExchange(
            request: HTTPExchangeRequest(head: head, body: shaped.body), adjustments: adjustments,
            responseFields: Self.responseFields, answers: self, callID: callID, isStreamed: isStreamed)
    }
}

extension BoundQwenChat: ChatAnswerCodec {
    func makeDecoder() -> any ChatStreamDecoder { QwenStreamDecoder(model: site.model, classify: classify) }

    func makeRepairer(_ delivery: ChatDelivery, callID: String) -> any ChatAnswerRepairer {
        QwenAnswerRepairer(
            model: site.model, delivery: delivery, callID: callID, created: Int(SystemTime.secondsSince1970),
            classify: classify)
    }

    func classify(_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError {
        classifier.classify(head, body: body, of: call)
    }

    private func classify(_ failure: ServiceFailure) -> InferenceError { classifier.classify(failure, of: call) }
}
