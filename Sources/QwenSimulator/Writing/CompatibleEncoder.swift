/// Chunks of `chat.completion.chunk`, with the peculiarities that recordings of the service show.
struct CompatibleEncoder: StreamEncoder {
    let ask: ChatAsk
    let id: String
    let created: Int
    var choice = 0
    private var soFar = ""
    private var toolDeltas = 0

    init(ask: ChatAsk, id: String, created: Int) {
        self.ask = ask
        self.id = id
        self.created = created
    }

    private var thinks: Bool { ask.thinkingBudget != nil }

    mutating func start() -> [Frame] {
        soFar = ""
        toolDeltas = 0
        let delta: JSON =
            thinks
            ? ["role": "assistant", "content": nil, "reasoning_content": ""] : ["role": "assistant", "content": ""]
        return [chunk(delta)]
    }

    mutating func encode(_ delta: AnswerDelta) -> [Frame] {
        switch delta {
        case .reasoning(let text, _): return [chunk(["content": nil, "reasoning_content": .string(text)])]
        case .content(let text, _): return [content(text)]
        case .toolStart(let index, let id, let name):
            toolDeltas += 1
            let call: JSON = [
                "index": .integer(index), "id": .string(id), "type": "function",
                "function": ["name": .string(name), "arguments": ""],
            ]
            return [chunk(["role": "assistant", "content": nil, "tool_calls": [call]])]
        case .toolArguments(let index, let text): return [chunk(arguments(text, index: index))]
        }
    }

    mutating func end(finish: String, usage: Usage) -> [Frame] {
        guard finish == "tool_calls" else { return [chunk(["content": ""], finish: finish)] }
        let last: JSON = [["index": .integer(choice), "delta": arguments("", index: 0)]]
        return [frame(.data, choices: last, usage: nil), chunk([:], finish: finish)]
    }

    mutating func close(usage: Usage) -> [Frame] {
        var frames: [Frame] = []
        if ask.includeUsage {
            frames.append(frame(.usage, choices: [], usage: UsageJSON(usage: usage, card: ask.card).compatible))
        }
        return frames + [Frame(.done, "data: [DONE]\n\n")]
    }

    private mutating func content(_ text: String) -> Frame {
        soFar += text
        var delta: JSONObject = ["content": .string(ask.card.cumulative ? soFar : text)]
        if thinks { delta["reasoning_content"] = .null }
        return chunk(.object(delta), logprobs: ask.logprobs ? Self.logprobs(text) : nil)
    }

    /// The identifier of a continued call is empty, and its name is absent, null or empty.
    private mutating func arguments(_ text: String, index: Int) -> JSON {
        var function: JSONObject = [:]
        switch toolDeltas % 3 {
        case 1: break
        case 2: function["name"] = .null
        default: function["name"] = ""
        }
        function["arguments"] = .string(text)
        toolDeltas += 1
        return [
            "tool_calls": [["index": .integer(index), "id": "", "type": "function", "function": .object(function)]]
        ]
    }

    private func chunk(_ delta: JSON, finish: String? = nil, logprobs: JSON = nil) -> Frame {
        let choices: JSON = [
            ["delta": delta, "finish_reason": .orNull(finish), "index": .integer(choice), "logprobs": logprobs]
        ]
        return frame(finish == nil ? .data : .finish, choices: choices, usage: nil)
    }

    private func frame(_ kind: Frame.Kind, choices: JSON, usage: JSON) -> Frame {
        let body: JSON = [
            "choices": choices, "object": "chat.completion.chunk", "usage": usage, "created": .integer(created),
            "system_fingerprint": nil, "model": .string(ask.card.id), "id": .string(id),
        ]
        return Frame(kind, "data: \(body.text)\n\n")
    }

    static func logprobs(_ text: String) -> JSON {
        let entries = TokenSplitter.pieces(text).map { piece -> JSON in
            let bytes = piece.utf8.map { JSON.integer(Int($0)) }
            return ["token": .string(piece), "logprob": -0.25, "bytes": .array(bytes), "top_logprobs": []]
        }
        return ["content": .array(entries)]
    }
}
