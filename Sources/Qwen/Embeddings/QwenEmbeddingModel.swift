import HTTPTypes
public import Inference

/// The embeddings codec of Qwen Cloud: it speaks the compatible path, which takes texts.
public struct QwenEmbeddingModel: EmbeddingModel {
    private let classifier: ErrorClassifier

    init(classifier: ErrorClassifier) { self.classifier = classifier }

    public func exchange(
        for request: EmbeddingRequest, model: ModelDescriptor, context: CallContext
    ) throws(InferenceError) -> DocumentExchange<EmbeddingResponse> {
        guard let support = model.embedding else {
            throw InferenceError(
                .unsupported, "\(model.id) gives no vectors of texts on \(context.endpoint.label)",
                hint: "openclaw models list --all")
        }
        try Self.check(request, support, model)
        var body = request.extra
        body["model"] = .string(model.id.rawValue)
        body["input"] = .array(request.inputs.map { .string($0) })
        body["dimensions"] = request.dimensions.map { .int($0) }
        body["encoding_format"] = "float"
        let head = try HTTPRequest.post("/embeddings", context: context)
        let (count, answers) = (request.inputs.count, ServiceAnswers(classifier, model: model, context: context))
        return DocumentExchange(
            request: HTTPExchangeRequest(head: head, body: [JSONValue.object(body).serialized()[...]]),
            read: { (head, body) throws(InferenceError) in try Self.read(head, body, count, answers) },
            classify: answers.classify)
    }

    private static func check(
        _ request: EmbeddingRequest, _ support: EmbeddingSupport, _ model: ModelDescriptor
    ) throws(InferenceError) {
        guard !request.inputs.isEmpty, !request.inputs.contains("") else {
            throw InferenceError(.invalidRequest, "expected at least one text, and none that is empty")
        }
        guard request.inputs.count <= support.batch else {
            throw InferenceError(
                .invalidRequest, "\(model.id) takes at most \(support.batch) texts at once, got \(request.inputs.count)"
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
            else { throw answers.malformed(head, "a vector for each of \(count) texts") }
            vectors[index] = vector
        }
        let found = vectors.compactMap(\.self)
        guard found.count == count else { throw answers.malformed(head, "\(count) vectors, got \(found.count)") }
        return EmbeddingResponse(
            vectors: found, model: root["model"]?.string.map { ModelID($0) },
            requestID: answers.requestID(head, root), usage: answers.usage(root))
    }
}
