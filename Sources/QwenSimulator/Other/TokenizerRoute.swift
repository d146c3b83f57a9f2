/// Counts tokens without answering.
struct TokenizerRoute: Sendable {
    let service: SimulatedService
    let context: CallContext

    func reply(_ body: JSON) throws(ServiceError) -> Reply {
        _ = try ChatEntry(service: service, context: context, body: body).card()
        guard let input = body["input"] else { throw ServiceError("input_missing") }
        let texts = input["messages"]?.array?.compactMap { $0["content"]?.string } ?? [input["prompt"]?.string ?? ""]
        let pieces = texts.flatMap(TokenSplitter.pieces)
        let ids = pieces.map { piece -> JSON in
            var generator = SeededGenerator(seed: 0, salt: piece)
            return .integer(Int.random(in: 0...151_642, using: &generator))
        }
        return .json([
            "output": ["token_ids": .array(ids), "tokens": .array(pieces.map(JSON.string))],
            "usage": ["input_tokens": .integer(pieces.count)], "request_id": .string(context.requestID),
        ])
    }
}
