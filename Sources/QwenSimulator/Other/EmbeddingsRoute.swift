#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Unit vectors that are near for texts with common words and the same for the same text.
struct EmbeddingsRoute: Sendable {
    let service: SimulatedService
    let context: CallContext

    func compatible(_ body: JSON) throws(ServiceError) -> Reply {
        let card = try card(body)
        guard let texts = body["input"]?.strings ?? body["input"]?.string.map({ [$0] }), !texts.isEmpty else {
            throw ServiceError("embedding_input")
        }
        try check(texts, card)
        let size = try dimension(body["dimensions"], card)
        let isBase64 = body["encoding_format"]?.string == "base64"
        let data = texts.enumerated().map { index, text -> JSON in
            let vector = vector(text, size: size)
            let embedding: JSON = isBase64 ? .string(Self.base64(vector)) : .array(vector.map { .number(Double($0)) })
            return ["object": "embedding", "index": .integer(index), "embedding": embedding]
        }
        let tokens = texts.reduce(0) { $0 + TokenSplitter.count($1) + 1 }
        return .json([
            "object": "list", "data": .array(data), "model": .string(card.id),
            "usage": ["prompt_tokens": .integer(tokens), "total_tokens": .integer(tokens)],
            "id": .string(context.requestID),
        ])
    }

    func native(_ body: JSON) throws(ServiceError) -> Reply {
        let card = try card(body)
        guard let input = body["input"] else { throw ServiceError("input_missing") }
        guard let texts = input["texts"]?.strings, !texts.isEmpty else { throw ServiceError("embedding_input") }
        try check(texts, card)
        let size = try dimension(body["parameters"]?["dimension"], card)
        let kind = body["parameters"]?["output_type"]?.string ?? "dense"
        let embeddings = texts.enumerated().map { index, text -> JSON in
            var entry: JSONObject = ["text_index": .integer(index)]
            if kind.contains("dense") {
                entry["embedding"] = .array(vector(text, size: size).map { .number(Double($0)) })
            }
            if kind.contains("sparse") { entry["sparse_embedding"] = .array(Self.sparse(text)) }
            return .object(entry)
        }
        let tokens = texts.reduce(0) { $0 + TokenSplitter.count($1) + 1 }
        return .json([
            "output": ["embeddings": .array(embeddings)], "usage": ["total_tokens": .integer(tokens)],
            "request_id": .string(context.requestID),
        ])
    }

    private func card(_ body: JSON) throws(ServiceError) -> ModelCard {
        let card = try ChatEntry(service: service, context: context, body: body).card()
        guard card.kind == .embedding else { throw ServiceError("model_not_supported", ["model": card.id]) }
        return card
    }

    private func check(_ texts: [String], _ card: ModelCard) throws(ServiceError) {
        guard texts.count <= card.rows else { throw ServiceError("batch_size", ["max": String(card.rows)]) }
        for text in texts where text.isEmpty || TokenSplitter.count(text) > card.maxInput {
            throw ServiceError("input_length", ["max": String(card.maxInput)])
        }
    }

    private func dimension(_ value: JSON?, _ card: ModelCard) throws(ServiceError) -> Int {
        guard let value else { return card.dimension }
        guard let size = value.int, card.dimensions.contains(size) else {
            throw ServiceError("dimension_invalid", ["value": JSON.array(card.dimensions.map(JSON.integer)).text])
        }
        return size
    }

    private func vector(_ text: String, size: Int) -> [Float] {
        WordVector.make(text, size: size, seed: service.world.seed)
    }

    private static func base64(_ vector: [Float]) -> String {
        var bytes: [UInt8] = []
        for value in vector { withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes += $0 } }
        return Data(bytes).base64EncodedString()
    }

    private static func sparse(_ text: String) -> [JSON] {
        Prompt(text).words.map { word in
            var generator = SeededGenerator(seed: 0, salt: "sparse:\(word)")
            return [
                "index": .integer(Int.random(in: 0...151_935, using: &generator)), "token": .string(word),
                "value": .number(Double(Int.random(in: 100...999, using: &generator)) / 1000),
            ]
        }
    }
}
