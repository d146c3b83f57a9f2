public import HTTPTypes
public import Inference

/// The codec of Qwen Cloud for pictures and videos: requests from plans, answers in all the places where models put them.
///
/// ```swift
/// let planner = GenerationPlanner(support: support, endpoint: context.endpoint.id)
/// let plan = try planner.plan(GenerationRequest(kind: .video, prompt: "a paper crane"))
/// let request = try codec.exchange(for: plan, sources: [], context: context)
/// ```
///
/// Mirrors the pages `text-to-video-api-reference`, `image-to-video-general-api-reference`, `wan-image-generation` and
/// `qwen-image-api` of Model Studio.
public struct QwenGenerationModel: GenerationModel {
    private let provider: ProviderID
    private let classifier: ErrorClassifier

    /// - Parameter provider: whose models it offers.
    public init(provider: ProviderID, classifier: ErrorClassifier) {
        self.provider = provider
        self.classifier = classifier
    }

    public func models() throws(InferenceError) -> [GenerationSupport] {
        try MediaCatalogue.builtIn.get().models[provider] ?? []
    }

    public func exchange(
        for plan: GenerationPlan, sources: [String], context: CallContext
    ) throws(InferenceError) -> HTTPExchangeRequest {
        let wire = GenerationWire(plan.wire)
        return try .submission(
            wire.path, isTask: wire.isTask, sources: sources, GenerationBody(plan: plan, sources: sources).value,
            context: context)
    }

    public func answer(
        _ head: HTTPResponse, _ body: [UInt8], to plan: GenerationPlan, context: CallContext
    ) throws(InferenceError) -> GenerationAnswer {
        let reply = try NativeReply(head, body, classifier: classifier, context: context)
        if let task = reply.task { return .task(task) }
        let results = reply.results(kind: plan.kind)
        guard !results.files.isEmpty else {
            throw InferenceError(
                .malformedResponse, "the service answered without a task and without a result",
                requestID: reply.requestID)
        }
        return .results(results)
    }
}

extension QwenProvider {
    private var classifier: ErrorClassifier { ErrorClassifier(manifest: manifest) }

    /// The codec for pictures and videos.
    public var generation: (any GenerationModel)? {
        QwenGenerationModel(provider: manifest.id, classifier: classifier)
    }

    /// The codec for tasks.
    public var tasks: (any TaskService)? { QwenTaskService(classifier: classifier) }

    /// The codec for uploads of local files.
    public var uploads: (any UploadService)? { QwenUploadService(classifier: classifier) }
}
