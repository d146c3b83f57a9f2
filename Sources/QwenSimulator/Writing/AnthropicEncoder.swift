/// Events of the Messages protocol as the service sends them, with an always empty signature.
struct AnthropicEncoder: StreamEncoder {
    private enum Block: Equatable { case thinking, text, tool(Int) }

    let ask: ChatAsk
    let id: String
    let inputUsage: Usage
    private var open: Block?
    private var index = -1

    init(ask: ChatAsk, id: String, inputUsage: Usage) {
        self.ask = ask
        self.id = id
        self.inputUsage = inputUsage
    }

    mutating func start() -> [Frame] {
        let message: JSON = [
            "id": .string(id), "type": "message", "role": "assistant", "model": .string(ask.card.id), "content": [],
            "stop_reason": nil, "stop_sequence": nil,
            "usage": ["input_tokens": .integer(inputUsage.prompt), "output_tokens": 0],
        ]
        return [event("message_start", ["message": message])]
    }

    mutating func encode(_ delta: AnswerDelta) -> [Frame] {
        switch delta {
        case .reasoning(let text, _):
            return enter(.thinking, ["type": "thinking", "thinking": "", "signature": ""])
                + [blockDelta(["type": "thinking_delta", "thinking": .string(text)])]
        case .content(let text, _):
            return enter(.text, ["type": "text", "text": ""]) + [
                blockDelta(["type": "text_delta", "text": .string(text)])
            ]
        case .toolStart(let index, let id, let name):
            return enter(.tool(index), ["type": "tool_use", "id": .string(id), "name": .string(name), "input": [:]])
        case .toolArguments(_, let text):
            return [blockDelta(["type": "input_json_delta", "partial_json": .string(text)])]
        }
    }

    mutating func end(finish: String, usage: Usage) -> [Frame] {
        let delta: JSON = ["stop_reason": .string(AnthropicAnswer.stopReason(finish)), "stop_sequence": nil]
        let body: JSONObject = ["delta": delta, "usage": AnthropicAnswer.usage(usage)]
        return leave() + [event("message_delta", body, kind: .finish)]
    }

    mutating func close(usage: Usage) -> [Frame] { [event("message_stop", [:], kind: .done)] }

    private mutating func enter(_ block: Block, _ content: JSON) -> [Frame] {
        guard open != block else { return [] }
        let left = leave()
        open = block
        index += 1
        return left + [event("content_block_start", ["index": .integer(index), "content_block": content])]
    }

    private mutating func leave() -> [Frame] {
        guard let block = open else { return [] }
        open = nil
        var frames: [Frame] = []
        if block == .thinking { frames.append(blockDelta(["type": "signature_delta", "signature": ""])) }
        return frames + [event("content_block_stop", ["index": .integer(index)])]
    }

    private func blockDelta(_ delta: JSON) -> Frame {
        event("content_block_delta", ["index": .integer(index), "delta": delta])
    }

    private func event(_ name: String, _ members: JSONObject, kind: Frame.Kind = .data) -> Frame {
        let body = JSON.object(["type": .string(name)]).object?.merging(members) ?? members
        return Frame(kind, "event: \(name)\ndata: \(JSON.object(body).text)\n\n")
    }
}
