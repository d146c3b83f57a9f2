/// Reads the body of a chat call in its dialect and hands it to the route.
struct ChatEntry: Sendable {
    let service: SimulatedService
    let context: CallContext
    let body: JSON

    func compatible() async throws(ServiceError) -> Reply {
        let card = try card()
        guard card.kind == .chat || card.kind == .translation else {
            throw ServiceError("model_not_supported", ["model": card.id])
        }
        guard let object = body.object, let messages = body["messages"]?.array else {
            throw ServiceError("messages_missing")
        }
        let stream = body["stream"]?.bool ?? false
        let reader = ChatReader(card: card, dialect: .compatible, stream: stream, parameters: object)
        let ask = try reader.read(messages: messages, document: object)
        return try await ChatRoute(service: service, context: context, ask: ask, form: .compatible).reply()
    }

    func native(isMultimodal: Bool) async throws(ServiceError) -> Reply {
        guard body["model"]?.string?.isEmpty == false else { throw ServiceError("model_missing") }
        let card = try card()
        guard let input = body["input"] else { throw ServiceError("input_missing") }
        guard card.native == (isMultimodal ? .multimodal : .text), card.kind == .chat || card.kind == .translation
        else {
            throw ServiceError("url_error")
        }
        let parameters = body["parameters"]?.object ?? [:]
        var messages = input["messages"]?.array
        if messages == nil, let prompt = input["prompt"]?.string {
            messages = [["role": "user", "content": .string(prompt)]]
        }
        guard let messages else { throw ServiceError("messages_missing") }
        let reader = ChatReader(
            card: card, dialect: .native, stream: context.wantsNativeStream, parameters: parameters)
        let ask = try reader.read(messages: messages, document: document(parameters, messages))
        let format = parameters["result_format"]?.string ?? "text"
        let asText = !isMultimodal && format == "text" && ask.thinkingBudget == nil && ask.tools.isEmpty
        let form = ChatRoute.Form.native(isMultimodal: isMultimodal, asText: asText)
        return try await ChatRoute(service: service, context: context, ask: ask, form: form).reply()
    }

    func anthropic() async throws(ServiceError) -> Reply {
        let card = try card()
        let converted = try AnthropicReader(body: body, card: card).document()
        guard let messages = converted["messages"]?.array else { throw ServiceError("messages_missing") }
        let stream = body["stream"]?.bool ?? false
        let reader = ChatReader(card: card, dialect: .anthropic, stream: stream, parameters: converted)
        let ask = try reader.read(messages: messages, document: converted)
        return try await ChatRoute(service: service, context: context, ask: ask, form: .anthropic).reply()
    }

    /// The card of the model named in the body, if this endpoint sells it.
    func card() throws(ServiceError) -> ModelCard {
        guard let name = body["model"]?.string, !name.isEmpty else { throw ServiceError("model_missing") }
        if let card = service.world.models[name], card.isSold(on: context.endpoint) { return card }
        let values = ["model": name]
        switch (context.endpoint.plan, context.dialect) {
        case ("coding", _): throw ServiceError("coding_model_not_supported", values)
        case ("token-plan", _), (_, .native): throw ServiceError("model_not_exist", values)
        default: throw ServiceError("model_not_found", values)
        }
    }

    private func document(_ parameters: JSONObject, _ messages: [JSON]) -> JSONObject {
        var document = parameters
        document["model"] = body["model"]
        document["messages"] = .array(messages)
        return document
    }
}
