/// Turns a Messages request into the compatible document that the checks understand.
struct AnthropicReader {
    let body: JSON
    let card: ModelCard

    func document() throws(ServiceError) -> JSONObject {
        guard body["max_tokens"]?.int != nil else { throw ServiceError("field_required", ["value": "max_tokens"]) }
        var messages: [JSON] = []
        if let system = body["system"] {
            messages.append(["role": "system", "content": .string(Self.text(system))])
        }
        for message in body["messages"]?.array ?? [] { messages += Self.messages(message) }
        var document: JSONObject = ["model": body["model"] ?? nil, "messages": .array(messages)]
        for key in ["max_tokens", "temperature", "top_p", "top_k", "stream", "reasoning_effort"] {
            document[key] = body[key]
        }
        document["stop"] = body["stop_sequences"]
        if let effort = body["output_config"]?["effort"] { document["reasoning_effort"] = effort }
        applyThinking(to: &document)
        applyTools(to: &document)
        return document
    }

    private func applyThinking(to document: inout JSONObject) {
        guard let thinking = body["thinking"] else { return }
        let isOn = thinking["type"]?.string != "disabled"
        if card.thinking != .never, card.thinking != .always { document["enable_thinking"] = .bool(isOn) }
        if isOn, let budget = thinking["budget_tokens"]?.int, card.maxThinking > 0, document["reasoning_effort"] == nil
        {
            document["thinking_budget"] = .integer(min(budget, card.maxThinking))
        }
    }

    private func applyTools(to document: inout JSONObject) {
        let tools = (body["tools"]?.array ?? []).map { tool -> JSON in
            [
                "type": "function",
                "function": [
                    "name": tool["name"] ?? nil, "description": tool["description"] ?? "",
                    "parameters": tool["input_schema"] ?? [:],
                ],
            ]
        }
        guard !tools.isEmpty else { return }
        document["tools"] = .array(tools)
        document["parallel_tool_calls"] = .bool(!(body["tool_choice"]?["disable_parallel_tool_use"]?.bool ?? false))
        switch body["tool_choice"]?["type"]?.string {
        case "any"?: document["tool_choice"] = "required"
        case "none"?: document["tool_choice"] = "none"
        case "tool"?:
            let name = body["tool_choice"]?["name"] ?? nil
            document["tool_choice"] = ["type": "function", "function": ["name": name]]
        default: break
        }
    }

    private static func text(_ content: JSON) -> String {
        content.string ?? (content.array ?? []).compactMap { $0["text"]?.string }.joined()
    }

    /// One message may hold tool results, which are messages of their own in the other dialect.
    private static func messages(_ message: JSON) -> [JSON] {
        guard let parts = message["content"]?.array else { return [message] }
        var results: [JSON] = []
        var content: [JSON] = []
        var calls: [JSON] = []
        for part in parts {
            switch part["type"]?.string {
            case "tool_result"?:
                let text = part["content"].map(text) ?? ""
                results.append(["role": "tool", "tool_call_id": part["tool_use_id"] ?? nil, "content": .string(text)])
            case "tool_use"?:
                let function: JSON = ["name": part["name"] ?? nil, "arguments": .string((part["input"] ?? [:]).text)]
                calls.append(["id": part["id"] ?? nil, "type": "function", "function": function])
            case "image"?:
                content.append(["type": "image_url", "image_url": ["url": .string(imageURL(part["source"]))]])
            case "thinking"?, "redacted_thinking"?: break
            default: content.append(part)
            }
        }
        guard !content.isEmpty || !calls.isEmpty else { return results }
        var own: JSONObject = ["role": message["role"] ?? nil, "content": .array(content)]
        if !calls.isEmpty { own["tool_calls"] = .array(calls) }
        return results + [.object(own)]
    }

    private static func imageURL(_ source: JSON?) -> String {
        if let url = source?["url"]?.string { return url }
        return "data:\(source?["media_type"]?.string ?? "image/png");base64,\(source?["data"]?.string ?? "")"
    }
}
