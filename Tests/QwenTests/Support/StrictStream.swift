import Inference

/// What a client without any leniency asks of a stream of chat completions. Every finding is one line.
struct StrictStream {
    private(set) var findings: [String] = []
    private var id: String?
    private var roles: Set<Int> = []
    private var ended: Set<Int> = []
    private var calls: Set<Int> = []
    private var isDone = false

    /// - Parameters:
    ///   - isCut: whether the answer failed, so that no end is expected.
    init(_ data: [String], isCut: Bool, wantsUsage: Bool) {
        for (number, text) in data.enumerated() {
            if isDone { note("something follows [DONE]") }
            if text == "[DONE]" { isDone = true } else { check(text, isLast: number == data.count - 2, wantsUsage) }
        }
        if isDone == isCut { note("expected [DONE] to be \(isCut ? "absent" : "there")") }
        if !isCut, ended.isEmpty { note("no finish_reason") }
    }

    private mutating func note(_ text: String) { findings.append(text) }

    private mutating func check(_ text: String, isLast: Bool, _ wantsUsage: Bool) {
        guard let event = try? JSONValue(parsing: text) else { return note("no JSON: \(text)") }
        if event["object"]?.string != "chat.completion.chunk" { note("object of \(text)") }
        if event["id"]?.string?.isEmpty != false { note("id of \(text)") }
        if let id, event["id"]?.string != id { note("another id in \(text)") }
        id = id ?? event["id"]?.string
        if event["created"]?.int == nil || event["model"]?.string?.isEmpty != false { note("head of \(text)") }
        guard let choices = event["choices"]?.array else { return note("choices of \(text)") }
        let hasUsage = event["usage"].map { $0 != .null } ?? false
        if choices.isEmpty != hasUsage { note("usage and choices of \(text)") }
        if hasUsage, !wantsUsage || !isLast { note("usage that nobody asked for in \(text)") }
        if hasUsage, event["usage"]?["total_tokens"]?.int == nil { note("usage of \(text)") }
        for choice in choices { check(choice) }
    }

    private mutating func check(_ choice: JSONValue) {
        guard let index = choice["index"]?.int, let delta = choice["delta"]?.object else {
            return note("choice \(choice.text)")
        }
        if ended.contains(index) { note("a choice after its end: \(choice.text)") }
        let isFirst = roles.insert(index).inserted
        if (delta["role"] == "assistant") != isFirst || (delta["role"] != nil && !isFirst) {
            note("role in \(choice.text)")
        }
        for name in ["content", "reasoning_content"] {
            if let value = delta[name], value != .null, value.string == nil { note("\(name) in \(choice.text)") }
        }
        if let tools = delta["tool_calls"] {
            guard let tools = tools.array, !tools.isEmpty else { return note("tool_calls in \(choice.text)") }
            for tool in tools { check(call: tool) }
        }
        switch choice["finish_reason"] {
        case .null?: break
        case .string(let reason)? where !reason.isEmpty && reason != "null": ended.insert(index)
        default: note("finish_reason in \(choice.text)")
        }
    }

    private mutating func check(call: JSONValue) {
        guard let index = call["index"]?.int, call["function"]?["arguments"]?.string != nil else {
            return note("call \(call.text)")
        }
        let (id, name) = (call["id"], call["function"]?["name"])
        if calls.insert(index).inserted {
            let isHead = id?.string?.isEmpty == false && name?.string?.isEmpty == false && call["type"] == "function"
            if !isHead { note("head of call \(call.text)") }
        } else if id != nil || name != nil {
            note("a call begins twice: \(call.text)")
        }
    }
}
