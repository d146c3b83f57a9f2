/// Ranks documents by the words they share with the query.
struct RerankRoute: Sendable {
    private struct Ranked {
        let index: Int
        let score: Double
    }

    let service: SimulatedService
    let context: CallContext

    func compatible(_ body: JSON) throws(ServiceError) -> Reply {
        let card = try card(body)
        guard card.native != .nativeOnly else { throw ServiceError("model_not_supported", ["model": card.id]) }
        let documents = body["documents"]?.array ?? []
        let ranked = try rank(body["query"], documents, top: body["top_n"]?.int, card)
        let results = ranked.map { ["index": .integer($0.index), "relevance_score": .number($0.score)] as JSON }
        return .json([
            "object": "list", "results": .array(results), "model": .string(card.id), "id": .string(context.requestID),
            "usage": ["total_tokens": .integer(tokens(body["query"], documents))],
        ])
    }

    func native(_ body: JSON) throws(ServiceError) -> Reply {
        let card = try card(body)
        // The newest guide posts the fields of a model of both paths flat, the SDK nests them; both are answered.
        let flat: JSON? = card.native == .both ? body : .none
        guard let input = body["input"] ?? flat else { throw ServiceError("input_missing") }
        let documents = input["documents"]?.array ?? []
        let ranked = try rank(input["query"], documents, top: (body["parameters"] ?? body)["top_n"]?.int, card)
        let withDocuments = body["parameters"]?["return_documents"]?.bool ?? false
        let results = ranked.map { entry -> JSON in
            var result: JSONObject = ["index": .integer(entry.index), "relevance_score": .number(entry.score)]
            if withDocuments, card.native == .nativeOnly {
                result["document"] = ["text": .string(Self.text(documents[entry.index]))]
            }
            return .object(result)
        }
        return .json([
            "output": ["results": .array(results)],
            "usage": ["total_tokens": .integer(tokens(input["query"], documents))],
            "request_id": .string(context.requestID),
        ])
    }

    private func card(_ body: JSON) throws(ServiceError) -> ModelCard {
        let card = try ChatEntry(service: service, context: context, body: body).card()
        guard card.kind == .rerank else { throw ServiceError("model_not_supported", ["model": card.id]) }
        return card
    }

    private func rank(_ query: JSON?, _ documents: [JSON], top: Int?, _ card: ModelCard) throws(ServiceError)
        -> [Ranked]
    {
        guard let query else { throw ServiceError("field_required", ["value": "query"]) }
        guard !documents.isEmpty else { throw ServiceError("field_required", ["value": "documents"]) }
        guard documents.count <= card.rows else { throw ServiceError("batch_size", ["max": String(card.rows)]) }
        try check(documents, "image", most: card.mostImages)
        try check(documents, "video", most: card.mostVideos)
        try check([query], "image", most: min(1, card.mostImages))
        try check([query], "video", most: 0)
        let wanted = Set(Prompt(Self.text(query)).words.map { $0.lowercased() })
        let ranked = documents.enumerated().map { index, document -> Ranked in
            let words = Set(Prompt(Self.text(document)).words.map { $0.lowercased() })
            let common = Double(wanted.intersection(words).count)
            var generator = SeededGenerator(seed: service.world.seed, salt: Self.text(document))
            let noise = Double(Int.random(in: 0...999, using: &generator)) / 100_000
            return Ranked(index: index, score: min(0.99, 0.05 + 0.9 * common / Double(max(1, wanted.count)) + noise))
        }
        return Array(ranked.sorted { $0.score > $1.score }.prefix(top ?? documents.count))
    }

    private func check(_ inputs: [JSON], _ kind: String, most: Int) throws(ServiceError) {
        guard inputs.count(where: { $0[kind] != nil }) <= most else {
            throw ServiceError("media_parameter", ["value": "the number of \(kind) inputs must not exceed \(most)"])
        }
    }

    private func tokens(_ query: JSON?, _ documents: [JSON]) -> Int {
        let each = query.map { TokenSplitter.count(Self.text($0)) } ?? 0
        return documents.reduce(0) { $0 + each + TokenSplitter.count(Self.text($1)) }
    }

    private static func text(_ document: JSON) -> String {
        document.string ?? document["text"]?.string ?? document["image"]?.string ?? document["video"]?.string ?? ""
    }
}
