extension ChatEntry {
    func responses() async throws(ServiceError) -> Reply {
        let card = try card()
        guard card.responses else { throw ServiceError("model_not_supported", ["model": card.id]) }
        var earlier: [JSON] = []
        if let previous = body["previous_response_id"]?.string {
            guard let kept = service.responses.messages(previous, owner: context.endpoint.keyRing) else {
                throw ServiceError("previous_response_not_found", ["value": previous])
            }
            earlier = kept
        }
        let reader = ResponsesReader(body: body, card: card, earlier: earlier)
        let converted = try reader.document()
        let messages = converted["messages"]?.array ?? []
        let stream = body["stream"]?.bool ?? false
        let checks = ChatReader(card: card, dialect: .compatible, stream: stream, parameters: converted)
        let ask = try checks.read(messages: messages, document: converted)
        let document = ResponseDocument(
            request: body, model: card.id, id: context.requestID, created: context.created, query: ask.lastUserText,
            searches: reader.searches)
        let route = ChatRoute(service: service, context: context, ask: ask, form: .responses(document))
        return try await route.reply()
    }
}
