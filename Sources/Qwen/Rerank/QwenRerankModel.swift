import HTTPTypes
public import Inference

/// The rerank codec of Qwen Cloud. The compatible path stands under a prefix of its own; some models answer at the service's
/// native path only.
public struct QwenRerankModel: RerankModel {
    private let classifier: ErrorClassifier

    init(classifier: ErrorClassifier) { self.classifier = classifier }

    public func exchange(
        for request: RerankRequest, model: ModelDescriptor, context: CallContext
    ) throws(InferenceError) -> DocumentExchange<RerankResponse> {
        guard let support = model.rerank else {
            throw InferenceError(
                .unsupported, "\(model.id) ranks nothing on \(context.endpoint.label)",
                hint: "openclaw models list --all")
        }
        try Self.check(request, support, model)
        let (base, path) = try Self.place(support, context.endpoint)
        var target = context
        target.endpoint.baseURL = base
        let head = try HTTPRequest.post(path, context: target)
        let body = support.isNative ? Self.nested(request, model) : Self.flat(request, model)
        let (count, answers) = (request.documents.count, ServiceAnswers(classifier, model: model, context: context))
        return DocumentExchange(
            request: HTTPExchangeRequest(head: head, body: [JSONValue.object(body).serialized()[...]]),
            read: { (head, body) throws(InferenceError) in try Self.read(head, body, count, answers) },
            classify: answers.classify)
    }

    private static func check(
        _ request: RerankRequest, _ support: RerankSupport, _ model: ModelDescriptor
    ) throws(InferenceError) {
        guard !request.query.value.isEmpty, !request.documents.isEmpty else {
            throw InferenceError(.invalidRequest, "expected a query and at least one document")
        }
        guard request.documents.count <= support.documents else {
            throw InferenceError(
                .invalidRequest,
                "\(model.id) ranks at most \(support.documents) documents at once, got \(request.documents.count)")
        }
        try DocumentInput.check(request.documents, against: support.media, of: model.id)
        // A clip may be found, not looked for.
        try DocumentInput.check([request.query], against: support.media.filter { $0.kind == .image }, of: model.id)
        if let top = request.top, top < 1 {
            throw InferenceError(.invalidRequest, "expected top_n to be at least 1, got \(top)")
        }
    }

    /// Where a model is asked.
    private static func place(
        _ support: RerankSupport, _ endpoint: Endpoint
    ) throws(InferenceError) -> (base: String, path: String) {
        if support.isNative {
            return (try endpoint.nativeBase(), "/services/rerank/text-rerank/text-rerank")
        }
        return (endpoint.baseURL.replacing("/compatible-mode/", with: "/compatible-api/"), "/reranks")
    }

    private static func flat(_ request: RerankRequest, _ model: ModelDescriptor) -> JSONObject {
        var body = request.extra
        body["model"] = .string(model.id.rawValue)
        body["query"] = .string(request.query.value)
        body["documents"] = .array(request.documents.map { .string($0.value) })
        body["top_n"] = request.top.map { .int($0) }
        return body
    }

    private static func nested(_ request: RerankRequest, _ model: ModelDescriptor) -> JSONObject {
        var parameters = request.extra
        parameters["top_n"] = request.top.map { .int($0) }
        // Texts alone are sent as all models of the path take them.
        let isText = (request.documents + [request.query]).allSatisfy { $0.kind == .text }
        func item(_ input: DocumentInput) -> JSONValue { isText ? .string(input.value) : .object(input.content) }
        let input: JSONValue = ["query": item(request.query), "documents": .array(request.documents.map(item))]
        var body: JSONObject = ["model": .string(model.id.rawValue), "input": input]
        if !parameters.isEmpty { body["parameters"] = .object(parameters) }
        return body
    }

    private static func read(
        _ head: HTTPResponse, _ body: [UInt8], _ count: Int, _ answers: ServiceAnswers
    ) throws(InferenceError) -> RerankResponse {
        let root = try answers.document(head, body)
        guard let rows = (root["results"] ?? root["output"]?["results"])?.elements else {
            throw answers.malformed(head, "results")
        }
        var results: [RerankResponse.Result] = []
        for row in rows {
            guard let index = row["index"]?.int, (0..<count).contains(index), let score = row["relevance_score"]?.double
            else { throw answers.malformed(head, "results with index and relevance_score") }
            results.append(RerankResponse.Result(index: index, score: score))
        }
        // The order is the point; a service that gives another one is put right.
        results.sort { ($1.score, $0.index) < ($0.score, $1.index) }
        return RerankResponse(
            results: results, model: root["model"]?.string.map { ModelID($0) },
            requestID: answers.requestID(head, root), usage: answers.usage(root))
    }
}
