import HTTPTypes
import Inference

/// The chat codec for one model on one endpoint with one credential.
final class BoundQwenChat: BoundChatModel {
    /// The heads of requests, which are the same each time.
    private final class Heads: Sendable {
        private let whole: SharedHead
        private let streamed: SharedHead
        private let wholeOfUploads: SharedHead
        private let streamedOfUploads: SharedHead

        init(_ context: CallContext) throws(InferenceError) {
            let head = try HTTPRequest.post("/chat/completions", context: context)
            func made(accept: String?, hasUploads: Bool) -> SharedHead {
                var head = head
                if let accept { head.headerFields[.accept] = accept }
                if hasUploads, let name = HTTPField.Name(UploadedMedia.headerName) {
                    head.headerFields[name] = "enable"
                }
                return SharedHead(head)
            }
            whole = made(accept: nil, hasUploads: false)
            streamed = made(accept: "text/event-stream", hasUploads: false)
            wholeOfUploads = made(accept: nil, hasUploads: true)
            streamedOfUploads = made(accept: "text/event-stream", hasUploads: true)
        }

        /// - Parameter hasUploads: whether the request names media that were uploaded before.
        func head(isStreamed: Bool, hasUploads: Bool) -> SharedHead {
            if hasUploads { return isStreamed ? streamedOfUploads : wholeOfUploads }
            return isStreamed ? streamed : whole
        }
    }

    private let site: DialectSite
    private let plan: DialectPlan
    private let traits: AnswerTraits
    private let classifier: ErrorClassifier
    private let call: FailedCall
    private let classifyFailure: @Sendable (ServiceFailure) -> InferenceError
    private let heads: Result<Heads, InferenceError>
    private static let responseFields = ChatResponseFields(
        requestID: HTTPResponse.serviceRequestIDNames, partialMark: "x-dashscope-partialresponse")

    init(_ model: ModelDescriptor, _ context: CallContext, _ conflict: ThinkingConflict, _ classifier: ErrorClassifier)
    {
        site = DialectSite(model: model, endpoint: context.endpoint, conflict: conflict, cache: context.cache)
        call = FailedCall(endpoint: context.endpoint, model: model, credential: context.credential)
        self.classifier = classifier
        classifyFailure = { [call] in classifier.classify($0, of: call) }
        plan = DialectPlan(for: site)
        traits = AnswerTraits(model)
        heads = Result { () throws(InferenceError) in try Heads(context) }
    }

    func exchange(
        for request: ChatRequest, callID: String, delivery: ChatDelivery
    ) throws(InferenceError) -> ChatExchange {
        var shaped = request
        let facts = ConversationFacts(request)
        let target = DialectTarget(site: site, facts: facts, isWantedWhole: !delivery.isStreamed)
        let adjustments = try plan.apply(to: &shaped, for: target)
        let isStreamed = shaped.members.contains(.stream) && shaped.stream == true
        let head = try heads.get().head(
            isStreamed: isStreamed, hasUploads: facts.contains(.parts) && UploadedMedia.isUsed(in: shaped))
        return ChatExchange(
            request: HTTPExchangeRequest(sharing: head, body: shaped.body), adjustments: adjustments,
            responseFields: Self.responseFields, answers: self, callID: callID, isStreamed: isStreamed)
    }
}

extension BoundQwenChat: ChatAnswerCodec {
    func makeDecoder() -> any ChatStreamDecoder { QwenStreamDecoder(traits, classify: classifyFailure) }

    func makeRepairer(_ delivery: ChatDelivery, callID: String) -> any ChatAnswerRepairer {
        QwenAnswerRepairer(
            traits, delivery: delivery, callID: callID, created: SystemTime.wholeSeconds, classify: classifyFailure)
    }

    func classify(_ head: HTTPResponse, _ body: [UInt8]) -> InferenceError {
        classifier.classify(head, body: body, of: call)
    }
}
