import HTTPTypes
public import Inference

/// The embeddings codec of Qwen Cloud: texts go to the compatible path, pictures and clips to the native one. Mirrors the
/// pages `text-embedding-synchronous-api` and `multimodal-embedding-api-reference` of Model Studio.
public struct QwenEmbeddingModel: EmbeddingModel {
    private let classifier: ErrorClassifier

    init(classifier: ErrorClassifier) { self.classifier = classifier }

    public func exchange(
        for request: EmbeddingRequest, model: ModelDescriptor, context: CallContext
    ) throws(InferenceError) -> DocumentExchange<EmbeddingResponse> {
        guard let support = model.embedding else {
            throw InferenceError(
                .unsupported, "\(model.id) gives no vectors on \(context.endpoint.label)",
                hint: "openclaw models list --all")
        }
        try Self.check(request, support, model)
        let isOne = request.isFused || support.fusion == .always
        let count = isOne ? 1 : request.inputs.count
        let answers = ServiceAnswers(classifier, model: model, context: context)
        let body: JSONObject
        var target = context
        var path = "/embeddings"
        if support.isNative {
            body = MultimodalEmbeddingBody(request: request, support: support, model: model.id).object
            target.endpoint.baseURL = try context.endpoint.nativeBase()
            path = "/services/embeddings/multimodal-embedding/multimodal-embedding"
        } else {
            body = Self.compatible(request, model)
        }
        let head = try HTTPRequest.post(path, context: target)
        return DocumentExchange(
            request: HTTPExchangeRequest(head: head, body: [JSONValue.object(body).serialized()[...]]),
            read: { (head, body) throws(InferenceError) in try Self.read(head, body, count, answers) },
            classify: answers.classify)
    }

    private static func compatible(_ request: EmbeddingRequest, _ model: ModelDescriptor) -> JSONObject {
        var body = request.extra
        body["model"] = .string(model.id.rawValue)
        body["input"] = .array(request.inputs.map { .string($0.value) })
        body["dimensions"] = request.dimensions.map { .int($0) }
        body["encoding_format"] = "float"
        return body
    }

    private static func check(
        _ request: EmbeddingRequest, _ support: EmbeddingSupport, _ model: ModelDescriptor
    ) throws(InferenceError) {
        guard !request.inputs.isEmpty, !request.inputs.contains(where: \.value.isEmpty) else {
            throw InferenceError(.invalidRequest, "expected at least one input, and none that is empty")
        }
        try DocumentInput.check(request.inputs, against: support.media, of: model.id)
        try checkFusion(request, support, model)
        guard request.inputs.count <= support.batch else {
            throw InferenceError(
                .invalidRequest,
                "\(model.id) takes at most \(support.batch) inputs at once, got \(request.inputs.count)"
            )
        }
        guard let dimensions = request.dimensions else { return }
        guard support.dimensions.contains(dimensions) else {
            let allowed = support.dimensions.map(String.init).joined(separator: ", ")
            throw InferenceError(
                .invalidRequest,
                allowed.isEmpty
                    ? "\(model.id) has no choice of dimensions, got \(dimensions)"
                    : "expected dimensions of \(model.id) to be one of \(allowed), got \(dimensions)")
        }
    }

    private static func checkFusion(
        _ request: EmbeddingRequest, _ support: EmbeddingSupport, _ model: ModelDescriptor
    ) throws(InferenceError) {
        guard request.isFused else {
            guard support.fusion == .always, request.inputs.count > 1 else { return }
            throw InferenceError(
                .invalidRequest,
                "\(model.id) makes one vector of all inputs; expected one of them, or that to be wanted")
        }
        guard support.fusion != .never else {
            throw InferenceError(.invalidRequest, "\(model.id) makes a vector of each input, and takes none together")
        }
        let kinds = request.inputs.map(\.kind)
        guard support.fusion != .object || Set(kinds).count == kinds.count else {
            throw InferenceError(
                .invalidRequest, "\(model.id) takes one text, one image and one video together, got \(kinds.count)")
        }
    }

    private static func read(
        _ head: HTTPResponse, _ body: [UInt8], _ count: Int, _ answers: ServiceAnswers
    ) throws(InferenceError) -> EmbeddingResponse {
        let root = try answers.document(head, body)
        let rows = root["data"]?.elements ?? root["output"]?["embeddings"]?.elements ?? []
        var vectors = [EmbeddingVector?](repeating: nil, count: count)
        for (place, row) in rows.enumerated() {
            let index = row["index"]?.int ?? row["text_index"]?.int ?? place
            guard vectors.indices.contains(index), vectors[index] == nil,
                let vector = row["embedding"].flatMap({ EmbeddingVector(json: $0) })
            else { throw answers.malformed(head, "a vector for each of \(count) inputs") }
            vectors[index] = vector
        }
        let found = vectors.compactMap(\.self)
        guard found.count == count else { throw answers.malformed(head, "\(count) vectors, got \(found.count)") }
        return EmbeddingResponse(
            vectors: found, model: root["model"]?.string.map { ModelID($0) },
            requestID: answers.requestID(head, root), usage: answers.usage(root))
    }
}
