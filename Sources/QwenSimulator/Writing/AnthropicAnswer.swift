/// A whole message of the Messages protocol.
struct AnthropicAnswer {
    let ask: ChatAsk
    let id: String

    func body(_ answer: Answer, usage: Usage) -> JSON {
        var content: [JSON] = []
        if ask.thinkingBudget != nil {
            content.append(["type": "thinking", "thinking": .string(answer.reasoningText), "signature": ""])
        }
        if !answer.content.isEmpty { content.append(["type": "text", "text": .string(answer.contentText)]) }
        for call in answer.toolCalls {
            let input = (try? JSONParser.parse(call.arguments)) ?? [:]
            content.append(["type": "tool_use", "id": .string(call.id), "name": .string(call.name), "input": input])
        }
        return [
            "id": .string(id), "type": "message", "role": "assistant", "model": .string(ask.card.id),
            "content": .array(content), "stop_reason": .string(Self.stopReason(answer.finish)), "stop_sequence": nil,
            "usage": Self.usage(usage),
        ]
    }

    static func stopReason(_ finish: String) -> String {
        switch finish {
        case "length": "max_tokens"
        case "tool_calls": "tool_use"
        default: "end_turn"
        }
    }

    static func usage(_ usage: Usage) -> JSON {
        [
            "input_tokens": .integer(usage.prompt - usage.created - usage.cached),
            "output_tokens": .integer(usage.completion),
            "cache_creation_input_tokens": .integer(usage.created), "cache_read_input_tokens": .integer(usage.cached),
        ]
    }
}
