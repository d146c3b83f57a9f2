/// Turns a Responses request into the compatible document that the checks understand.
struct ResponsesReader {
    let body: JSON
    let card: ModelCard
    /// The messages of the response that this one continues.
    let earlier: [JSON]

    func document() throws(ServiceError) -> JSONObject {
        guard let input = body["input"] else { throw ServiceError("input_missing") }
        var messages: [JSON] = []
        if let instructions = body["instructions"]?.string {
            messages.append(["role": "system", "content": .string(instructions)])
        }
        messages += earlier.filter { messages.isEmpty || $0["role"] != "system" }
        if let text = input.string {
            messages.append(["role": "user", "content": .string(text)])
        } else {
            for item in input.array ?? [] { try Self.add(item, to: &messages) }
        }
        var document: JSONObject = ["model": body["model"] ?? nil, "messages": .array(messages)]
        for key in ["temperature", "top_p", "stream", "parallel_tool_calls"] { document[key] = body[key] }
        document["max_tokens"] = body["max_output_tokens"]
        applyThinking(to: &document)
        applyFormat(to: &document)
        applyTools(to: &document)
        return document
    }

    /// Tools that the service runs itself.
    var searches: Bool { (body["tools"]?.array ?? []).contains { $0["type"] == "web_search" } }

    private func applyThinking(to document: inout JSONObject) {
        guard card.thinking == .on || card.thinking == .off else { return }
        guard let effort = body["reasoning"]?["effort"] else {
            document["enable_thinking"] = body["enable_thinking"]
            return
        }
        if card.control == .effort {
            document["reasoning_effort"] = effort
        } else {
            document["enable_thinking"] = .bool(effort != "none")
        }
    }

    private func applyFormat(to document: inout JSONObject) {
        guard let format = body["text"]?["format"], let type = format["type"]?.string else { return }
        if type == "json_schema" {
            document["response_format"] = [
                "type": "json_schema",
                "json_schema": ["name": format["name"] ?? "answer", "schema": format["schema"] ?? [:]],
            ]
        } else {
            document["response_format"] = ["type": .string(type)]
        }
    }

    private func applyTools(to document: inout JSONObject) {
        let tools = (body["tools"]?.array ?? []).compactMap { tool -> JSON? in
            guard tool["type"] == "function" else { return nil }
            var function = tool.object ?? [:]
            function["type"] = nil
            return ["type": "function", "function": .object(function)]
        }
        guard !tools.isEmpty else { return }
        document["tools"] = .array(tools)
        guard let choice = body["tool_choice"] else { return }
        if let name = choice["name"] {
            document["tool_choice"] = ["type": "function", "function": ["name": name]]
        } else {
            document["tool_choice"] = choice
        }
    }

    /// Adds one item; neighbouring calls of one turn are one message.
    private static func add(_ item: JSON, to messages: inout [JSON]) throws(ServiceError) {
        switch item["type"]?.string ?? "message" {
        case "message":
            let role = item["role"]?.string ?? ""
            messages.append(["role": .string(role == "developer" ? "system" : role), "content": content(item)])
        case "function_call":
            let call: JSON = [
                "id": item["call_id"] ?? nil, "type": "function",
                "function": ["name": item["name"] ?? nil, "arguments": item["arguments"] ?? "{}"],
            ]
            if var last = messages.last?.object, last["role"] == "assistant" {
                last["tool_calls"] = .array((last["tool_calls"]?.array ?? []) + [call])
                messages[messages.count - 1] = .object(last)
            } else {
                messages.append(["role": "assistant", "content": "", "tool_calls": [call]])
            }
        case "function_call_output":
            let output = item["output"]
            let text = output?.string ?? (output?.array ?? []).compactMap { $0["text"]?.string }.joined()
            messages.append(["role": "tool", "tool_call_id": item["call_id"] ?? nil, "content": .string(text)])
        case "reasoning", "item_reference", "web_search_call": break
        default: throw ServiceError("invalid_parameter")
        }
    }

    private static func content(_ item: JSON) -> JSON {
        guard let parts = item["content"]?.array else { return item["content"] ?? "" }
        return .array(
            parts.map { part in
                switch part["type"]?.string {
                case "input_image"?: ["type": "image_url", "image_url": ["url": part["image_url"] ?? nil]]
                case "input_video"?: ["type": "video_url", "video_url": ["url": part["video_url"] ?? nil]]
                case "input_audio"?:
                    ["type": "input_audio", "input_audio": ["data": part["audio_url"] ?? part["data"] ?? nil]]
                default: ["type": "text", "text": part["text"] ?? ""]
                }
            })
    }
}
