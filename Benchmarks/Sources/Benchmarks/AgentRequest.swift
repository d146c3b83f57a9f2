import Inference

/// A request of a coding agent: a long history of source text and tool calls, 1 MB in all.
enum AgentRequest {
    static let bytes: [UInt8] = {
        let line = "    let value = try decoder.decode(Thing.self, from: data)  // \"quoted\", é\n"
        let code = { (lines: Int) in JSONValue.string(String(repeating: line, count: lines)) }
        let call: JSONValue = [
            "id": "call_1", "type": "function", "function": ["name": "read", "arguments": "{\"path\":\"/a/b\"}"],
        ]
        var messages: [JSONValue] = [["role": "system", "content": code(100)]]
        var size = 0
        while size < 1_000_000 {
            let turn: [JSONValue] = [
                ["role": "user", "content": code(40)], ["role": "assistant", "content": "", "tool_calls": [call]],
                ["role": "tool", "tool_call_id": "call_1", "content": code(30)],
                ["role": "assistant", "content": "done"],
            ]
            size += JSONValue.array(turn).serialized().count
            messages += turn
        }
        messages.append(["role": "user", "content": "Go on."])
        let tool: JSONValue = ["type": "function", "function": ["name": "read", "parameters": ["type": "object"]]]
        let request: JSONValue = [
            "model": "qwen3.5-plus", "messages": .array(messages), "tools": [tool], "max_tokens": 32000,
            "temperature": 0.3, "metadata": ["session": "s-1"],
        ]
        return request.serialized()
    }()
}
