/// Frames of the native dialect: cumulative unless increments are asked for, usage in each, ended by EOF.
struct NativeEncoder: StreamEncoder {
    let ask: ChatAsk
    let requestID: String
    let isMultimodal: Bool
    let asText: Bool
    private var number = 0
    private var reasoning = ""
    private var content = ""
    private var calls: [(id: String, name: String, arguments: String)] = []
    private var usage: Usage

    init(ask: ChatAsk, requestID: String, isMultimodal: Bool, asText: Bool, usage: Usage) {
        self.ask = ask
        self.requestID = requestID
        self.isMultimodal = isMultimodal
        self.asText = asText
        self.usage = usage
        self.usage.answer = 0
        self.usage.reasoning = 0
    }

    mutating func start() -> [Frame] { [] }

    mutating func encode(_ delta: AnswerDelta) -> [Frame] {
        switch delta {
        case .reasoning(let text, let tokens):
            reasoning += text
            usage.reasoning += tokens
            return [frame(reasoning: text, content: "", call: nil)]
        case .content(let text, let tokens):
            content += text
            usage.answer += tokens
            return [frame(reasoning: "", content: text, call: nil)]
        case .toolStart(let index, let id, let name):
            calls.append((id, name, ""))
            usage.answer += 10
            let function: JSON = ["name": .string(name), "arguments": ""]
            return [frame(reasoning: "", content: "", call: Self.call(index, id, function))]
        case .toolArguments(let index, let text):
            calls[index].arguments += text
            usage.answer += TokenSplitter.count(text)
            return [frame(reasoning: "", content: "", call: Self.call(index, "", ["arguments": .string(text)]))]
        }
    }

    mutating func end(finish: String, usage: Usage) -> [Frame] {
        self.usage = usage
        return [frame(reasoning: "", content: "", call: nil, finish: finish)]
    }

    mutating func close(usage: Usage) -> [Frame] { [] }

    private mutating func frame(reasoning: String, content: String, call: JSON?, finish: String? = nil) -> Frame {
        number += 1
        let body: JSON = [
            "output": output(reasoning, content, call, finish: finish ?? "null"),
            "usage": UsageJSON(usage: usage, card: ask.card).native, "request_id": .string(requestID),
        ]
        return Frame(
            finish == nil ? .data : .finish, "id:\(number)\nevent:result\n:HTTP_STATUS/200\ndata:\(body.text)\n\n")
    }

    private func output(_ newReasoning: String, _ newContent: String, _ call: JSON?, finish: String) -> JSON {
        let text = ask.incremental ? newContent : content
        if asText { return ["finish_reason": .string(finish), "text": .string(text)] }
        var message: JSONObject = ["role": "assistant", "content": NativeAnswer.content(text, isMultimodal)]
        if ask.thinkingBudget != nil {
            message["reasoning_content"] = .string(ask.incremental ? newReasoning : reasoning)
        }
        if ask.incremental {
            if let call { message["tool_calls"] = [call] }
        } else if !calls.isEmpty {
            message["tool_calls"] = .array(
                calls.enumerated().map { index, call in
                    Self.call(index, call.id, ["name": .string(call.name), "arguments": .string(call.arguments)])
                })
        }
        return ["choices": [["message": .object(message), "finish_reason": .string(finish)]]]
    }

    private static func call(_ index: Int, _ id: String, _ function: JSON) -> JSON {
        ["function": function, "index": .integer(index), "id": .string(id), "type": "function"]
    }
}
