/// The `response` object, whole or as the events of a stream carry it.
struct ResponseDocument: Sendable {
    let request: JSON
    let model: String
    let id: String
    let created: Int
    var query = ""
    var searches = false

    /// While it is queued the service names no model.
    func body(_ status: String, output: [ResponseItem] = [], usage: Usage? = nil, reason: String? = nil) -> JSON {
        [
            "id": .string(id), "object": "response", "created_at": .integer(created), "status": .string(status),
            "model": status == "queued" ? "" : .string(model), "error": nil,
            "incomplete_details": reason.map { ["reason": .string($0)] } ?? nil,
            "instructions": request["instructions"] ?? nil, "metadata": request["metadata"] ?? [:],
            "output": .array(output.map { $0.json("completed") }),
            "parallel_tool_calls": request["parallel_tool_calls"] ?? false,
            "previous_response_id": request["previous_response_id"] ?? nil,
            "reasoning": request["reasoning"] ?? nil, "temperature": request["temperature"] ?? nil,
            "top_p": request["top_p"] ?? nil, "tool_choice": request["tool_choice"] ?? "auto",
            "tools": request["tools"] ?? [], "usage": usage.map(usageBody) ?? nil,
        ]
    }

    func items(_ answer: Answer) -> [ResponseItem] {
        var items: [ResponseItem] = []
        if !answer.reasoning.isEmpty { items.append(.reasoning(id: "rs_\(id)", text: answer.reasoningText)) }
        if searches { items.append(.search(id: "ws_\(id)", query: query)) }
        if answer.toolCalls.isEmpty || !answer.content.isEmpty {
            items.append(.message(id: "msg_\(id)", text: answer.contentText))
        }
        items += answer.toolCalls.map { call in
            .call(id: "fc_\(call.id)", callID: call.id, name: call.name, arguments: call.arguments)
        }
        return items
    }

    private func usageBody(_ usage: Usage) -> JSON {
        let details: JSON = [
            "input_tokens": .integer(usage.prompt), "output_tokens": .integer(usage.completion),
            "total_tokens": .integer(usage.total), "x_billing_type": "response_api",
        ]
        var object: JSONObject = [
            "input_tokens": .integer(usage.prompt), "output_tokens": .integer(usage.completion),
            "total_tokens": .integer(usage.total),
            "input_tokens_details": ["cached_tokens": .integer(usage.cached)],
            "output_tokens_details": ["reasoning_tokens": .integer(usage.reasoning)], "x_details": [details],
        ]
        if searches { object["x_tools"] = ["web_search": ["count": 1]] }
        return .object(object)
    }
}
