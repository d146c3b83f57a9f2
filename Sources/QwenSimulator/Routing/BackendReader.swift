/// Reads the event stream of an OpenAI-compatible server.
struct BackendReader {
    private var line: [UInt8] = []
    private(set) var finish = "stop"
    private var started: Set<Int> = []

    mutating func read(_ bytes: [UInt8]) -> [AnswerDelta] {
        var deltas: [AnswerDelta] = []
        for byte in bytes {
            if byte == 0x0A {
                deltas += event(line)
                line = []
            } else if byte != 0x0D {
                line.append(byte)
            }
        }
        return deltas
    }

    private mutating func event(_ line: [UInt8]) -> [AnswerDelta] {
        let mark = Array("data:".utf8)
        guard line.starts(with: mark), let chunk = try? JSONParser.parse(Array(line.dropFirst(mark.count))),
            let choice = chunk["choices"]?.array?.first
        else { return [] }
        if let reason = choice["finish_reason"]?.string { finish = reason }
        guard let delta = choice["delta"] else { return [] }
        var deltas: [AnswerDelta] = []
        if let text = (delta["reasoning_content"] ?? delta["reasoning"])?.string, !text.isEmpty {
            deltas.append(.reasoning(text, tokens: TokenSplitter.count(text)))
        }
        if let text = delta["content"]?.string, !text.isEmpty {
            deltas.append(.content(text, tokens: TokenSplitter.count(text)))
        }
        for call in delta["tool_calls"]?.array ?? [] { deltas += toolCall(call) }
        return deltas
    }

    private mutating func toolCall(_ call: JSON) -> [AnswerDelta] {
        let index = call["index"]?.int ?? 0
        var deltas: [AnswerDelta] = []
        if started.insert(index).inserted {
            let name = call["function"]?["name"]?.string ?? ""
            deltas.append(.toolStart(index: index, id: call["id"]?.string ?? "call_\(index)", name: name))
        }
        if let text = call["function"]?["arguments"]?.string, !text.isEmpty {
            deltas.append(.toolArguments(index: index, text))
        }
        return deltas
    }
}
