/// Checks a chat request as the service does, in its order and with its texts.
struct ChatReader {
    let card: ModelCard
    let dialect: Dialect
    let stream: Bool
    let parameters: JSONObject

    func read(messages: [JSON], document: JSONObject) throws(ServiceError) -> ChatAsk {
        let json = JSON.object(parameters)
        let tools = json["tools"]?.array ?? []
        let reader = MessageReader(card: card, hasTools: !tools.isEmpty)
        var ask = ChatAsk(card: card, stream: stream, messages: try reader.read(messages), document: document)
        try checkKind(ask)
        try SamplingRules(card: card).apply(json, to: &ask)
        try ToolRules(card: card).apply(json, to: &ask)
        try ThinkingRules(card: card, dialect: dialect).apply(json, to: &ask)
        try checkToolChoice(ask)
        try applyFormat(json, to: &ask)
        if card.streamOnly, !stream { throw ServiceError("stream_only") }
        try applyExtras(json, to: &ask)
        return ask
    }

    private func checkKind(_ ask: ChatAsk) throws(ServiceError) {
        guard card.kind == .translation else { return }
        guard ask.messages.count == 1, ask.messages[0].role == "user" else { throw ServiceError("mt_role") }
    }

    private func checkToolChoice(_ ask: ChatAsk) throws(ServiceError) {
        guard ask.toolChoice != .auto, ask.toolChoice != .none else { return }
        if ask.thinkingBudget != nil { throw ServiceError("tool_choice_thinking") }
        if ask.toolChoice == .required, !card.requiredTool { throw ServiceError("tool_choice_strings") }
    }

    private func applyFormat(_ json: JSON, to ask: inout ChatAsk) throws(ServiceError) {
        guard let format = json["response_format"] else { return }
        let type = format["type"]?.string ?? ""
        let schema = format["json_schema"]?["schema"] ?? format["json_schema"]
        switch (type, schema) {
        case ("text", _): return
        case ("json_object", _) where card.jsonObject:
            let hasWord = ask.messages.contains { $0.text.lowercased().contains("json") }
            guard hasWord else { throw ServiceError("json_word") }
            ask.format = .jsonObject
        case ("json_schema", let schema?) where card.jsonSchema:
            ask.format = .jsonSchema(schema)
        default: throw ServiceError("response_format_unknown", ["value": type])
        }
        guard ask.thinkingBudget != nil else { return }
        switch card.jsonThinking {
        case .reject: throw ServiceError("json_and_thinking")
        case .ignore: ask.format = .text
        }
    }

    private func applyExtras(_ json: JSON, to ask: inout ChatAsk) throws(ServiceError) {
        ask.includeUsage = json["stream_options"]?["include_usage"]?.bool ?? false
        ask.incremental = json["incremental_output"]?.bool ?? false
        ask.highResolution = json["vl_high_resolution_images"]?.bool ?? false
        ask.preserveThinking = json["preserve_thinking"]?.bool ?? card.preserveThinking
        ask.logprobs = card.logprobs && (json["logprobs"]?.bool ?? false)
        ask.search = json["enable_search"]?.bool ?? false
        if ask.search, !card.search { throw ServiceError("search_unsupported") }
        if json["modalities"]?.strings?.contains("audio") == true, !stream { throw ServiceError("audio_needs_stream") }
        if card.kind == .translation {
            let options = json["translation_options"]
            guard let target = options?["target_lang"]?.string else { throw ServiceError("language_unsupported") }
            ask.targetLanguage = target
        }
    }
}
