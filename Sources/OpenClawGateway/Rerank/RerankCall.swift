package import Inference

/// A request of `/v1/rerank`, in the shape that Jina and Cohere gave it: answered by as many calls as the model needs.
package struct RerankCall: Sendable {
    /// The most documents of one request.
    package static let documentLimit = 10_000

    /// The model as the client named it; `nil` when it left that open.
    package let model: String?
    package let request: RerankRequest
    /// Whether the client wants the texts back.
    package let returnsDocuments: Bool

    /// - Throws: `.invalidRequest`, naming the member of the document.
    package init(parsing body: [UInt8]) throws(InferenceError) {
        let root = try JSONRequest.object(body)
        model = root["model"]?.string
        guard let query = root["query"]?.string, !query.isEmpty else {
            throw InferenceError(.invalidRequest, "expected 'query' to be a text")
        }
        if let top = root["top_n"], !top.isNull, (top.int ?? 0) < 1 {
            throw InferenceError(.invalidRequest, "expected 'top_n' to be a whole number above 0")
        }
        returnsDocuments = root["return_documents"]?.bool ?? false
        let known = ["model", "query", "documents", "top_n", "return_documents", "user"]
        request = RerankRequest(
            model: ModelID(model ?? ""), query: query, texts: try Self.documents(root["documents"]),
            top: root["top_n"]?.int,
            extra: JSONObject(root.members.filter { !known.contains($0.key) }.map { ($0.key, $0.value.value) }))
    }

    private static func documents(_ node: JSONNode?) throws(InferenceError) -> [String] {
        let elements = node?.elements ?? []
        let texts = elements.compactMap { $0.string ?? $0["text"]?.string }
        guard !elements.isEmpty, texts.count == elements.count, texts.count <= documentLimit else {
            throw InferenceError(
                .invalidRequest, "expected 'documents' to be an array of 1 to \(documentLimit) texts")
        }
        return texts
    }

    /// The answer to the client.
    ///
    /// - Parameter answers: those to the batches, in their order.
    package func document(_ answers: [RerankResponse], batches: [RerankRequest], callID: String) -> [UInt8] {
        let answer = RerankResponse(merging: answers, of: batches)
        let results = answer.results.map { result -> JSONValue in
            var row = JSONObject([
                ("index", .int(result.index)), ("relevance_score", .number(JSONNumber(result.score))),
            ])
            if returnsDocuments { row["document"] = ["text": .string(request.documents[result.index].value)] }
            return .object(row)
        }
        let document: JSONValue = [
            "object": "list", "id": .string(answer.requestID ?? callID),
            "model": .string(answer.model?.rawValue ?? model ?? ""), "results": .array(results),
            "usage": ["total_tokens": .int(answer.usage?.input ?? 0)],
        ]
        return document.serialized()
    }
}
