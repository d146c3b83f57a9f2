import Inference

/// After an interruption a history may hold calls without results, or results without calls. The service refuses both.
struct OrphanToolCalls: DialectRule {
    static let id = "orphan-tool-calls"
    var occasions: ConversationFacts { .tools }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        let messages = request.messages
        let plan = Self.plan(for: messages)
        for index in messages.indices.reversed() {
            switch plan[index] {
            case .keep: break
            case .drop: request.removeMessage(at: index)
            case .reduce(let calls):
                request.setMember("tool_calls", ofMessageAt: index, to: calls.isEmpty ? nil : .array(calls))
            }
        }
        let changed = plan.filter { if case .keep = $0 { false } else { true } }.count
        return changed == 0
            ? [] : adjusted("tool calls without results, or results without calls, dropped from the history")
    }

    private enum Step {
        case keep
        case drop
        case reduce([JSONValue])
    }

    private static func plan(for messages: [ChatMessageNode]) -> [Step] {
        var plan = Array(repeating: Step.keep, count: messages.count)
        var index = 0
        while index < messages.count {
            if messages[index].role == .tool {
                plan[index] = .drop
                index += 1
                continue
            }
            let calls = messages[index].toolCalls
            let owner = index
            var open = calls.map { $0["id"]?.string ?? "" }
            index += 1
            while index < messages.count, messages[index].role == .tool, !calls.isEmpty {
                let answered = messages[index].toolCallID.map { open.firstIndex(of: $0) } ?? (open.isEmpty ? nil : 0)
                if let answered { open.remove(at: answered) } else { plan[index] = .drop }
                index += 1
            }
            if !open.isEmpty { plan[owner] = step(for: messages[owner], calls: calls, open: open) }
        }
        return plan
    }

    private static func step(for message: ChatMessageNode, calls: [JSONNode], open: [String]) -> Step {
        let answered = calls.filter { !open.contains($0["id"]?.string ?? "") }
        if answered.isEmpty, message.text?.isEmpty ?? true { return .drop }
        return .reduce(answered.map(\.value))
    }
}
