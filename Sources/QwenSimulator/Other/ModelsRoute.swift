/// Lists what an endpoint sells.
struct ModelsRoute: Sendable {
    private static let created = 1_770_000_000

    let service: SimulatedService
    let context: CallContext

    private var cards: [ModelCard] { service.world.models.cards.filter { $0.isSold(on: context.endpoint) } }

    func compatible() -> Reply { .json(["object": "list", "data": .array(cards.map(Self.entry))]) }

    func compatible(_ id: String) throws(ServiceError) -> Reply {
        guard let card = cards.first(where: { $0.id == id }) else {
            throw ServiceError("model_not_found", ["model": id])
        }
        return .json(Self.entry(card))
    }

    func native() -> Reply {
        let query = context.call.query
        let page = max(1, query["page_no"].flatMap(Int.init) ?? 1)
        let size = min(100, max(1, query["page_size"].flatMap(Int.init) ?? 10))
        let matching = cards.filter { query["model"] == nil || query["model"] == $0.id }
        let models = matching.dropFirst((page - 1) * size).prefix(size).map { card -> JSON in
            [
                "model": .string(card.id), "name": .string(card.id),
                "model_info": [
                    "context_window": .integer(card.context), "max_input_tokens": .integer(card.maxInput),
                    "max_output_tokens": .integer(card.maxOutput),
                ],
            ]
        }
        return .json([
            "request_id": .string(context.requestID),
            "output": [
                "total": .integer(matching.count), "page_no": .integer(page), "page_size": .integer(size),
                "models": .array(models),
            ],
        ])
    }

    private static func entry(_ card: ModelCard) -> JSON {
        ["id": .string(card.id), "object": "model", "created": .integer(created), "owned_by": "system"]
    }
}
