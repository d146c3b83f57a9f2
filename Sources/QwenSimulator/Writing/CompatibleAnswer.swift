/// A whole `chat.completion`.
struct CompatibleAnswer {
    let ask: ChatAsk
    let id: String
    let created: Int

    func body(_ answers: [Answer], usage: Usage) -> JSON {
        [
            "choices": .array(answers.enumerated().map(choice)), "object": "chat.completion",
            "usage": UsageJSON(usage: usage, card: ask.card).compatible, "created": .integer(created),
            "system_fingerprint": nil, "model": .string(ask.card.id), "id": .string(id),
        ]
    }

    private func choice(_ index: Int, _ answer: Answer) -> JSON {
        var message: JSONObject = ["role": "assistant", "content": .string(answer.contentText)]
        if ask.thinkingBudget != nil { message["reasoning_content"] = .string(answer.reasoningText) }
        if !answer.toolCalls.isEmpty {
            message["tool_calls"] = .array(
                answer.toolCalls.enumerated().map { index, call in Self.toolCall(call, index) })
        }
        return [
            "message": .object(message), "finish_reason": .string(answer.finish), "index": .integer(index),
            "logprobs": ask.logprobs ? CompatibleEncoder.logprobs(answer.contentText) : nil,
        ]
    }

    static func toolCall(_ call: Answer.ToolCall, _ index: Int) -> JSON {
        [
            "index": .integer(index), "id": .string(call.id), "type": "function",
            "function": ["name": .string(call.name), "arguments": .string(call.arguments)],
        ]
    }
}
