/// A whole answer of the native dialect.
struct NativeAnswer {
    let ask: ChatAsk
    let requestID: String
    let isMultimodal: Bool
    let asText: Bool

    func body(_ answers: [Answer], usage: Usage) -> JSON {
        [
            "output": output(answers), "usage": UsageJSON(usage: usage, card: ask.card).native,
            "request_id": .string(requestID),
        ]
    }

    private func output(_ answers: [Answer]) -> JSON {
        if asText, let answer = answers.first {
            return ["finish_reason": .string(answer.finish), "text": .string(answer.contentText)]
        }
        var output: JSONObject = ["choices": .array(answers.map(choice))]
        if ask.search {
            let result: JSON = [
                "index": 1, "title": .string(Prompt(ask.lastUserText).subject), "url": "https://example.com/",
                "site_name": "example", "icon": "",
            ]
            output["search_info"] = ["search_results": [result]]
        }
        return .object(output)
    }

    private func choice(_ answer: Answer) -> JSON {
        var message: JSONObject = ["role": "assistant", "content": Self.content(answer.contentText, isMultimodal)]
        if ask.thinkingBudget != nil { message["reasoning_content"] = .string(answer.reasoningText) }
        if !answer.toolCalls.isEmpty {
            message["tool_calls"] = .array(
                answer.toolCalls.enumerated().map { index, call in CompatibleAnswer.toolCall(call, index) })
        }
        return ["finish_reason": .string(answer.finish), "message": .object(message)]
    }

    static func content(_ text: String, _ isMultimodal: Bool) -> JSON {
        guard isMultimodal else { return .string(text) }
        return text.isEmpty ? [] : [["text": .string(text)]]
    }
}
