import Inference

/// Answers as services may write them: parts in any mixture, several calls at once, arguments cut anywhere or broken.
struct RandomAnswer {
    let events: [ChatEvent]
    /// What the events amount to.
    let response: ChatResponse

    init(seed: UInt64) {
        var generator = SeededSource(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        var events: [ChatEvent] = [.started(ChatStart(id: "a", model: "m", requestID: "r"))]
        let calls = (0..<Int.random(in: 0...3, using: &generator)).map { Self.call($0, &generator) }
        var rest = calls.map { Self.deltas(of: $0, &generator) }
        for _ in 0..<Int.random(in: 0...12, using: &generator) {
            switch Int.random(in: 0..<4, using: &generator) {
            case 0: events.append(.text(Self.word(&generator)))
            case 1: events.append(.reasoning(Self.word(&generator)))
            default:
                guard let place = rest.indices.randomElement(using: &generator), !rest[place].isEmpty else { continue }
                events.append(.toolCallDelta(rest[place].removeFirst()))
            }
        }
        for place in rest.indices { events += rest[place].map { .toolCallDelta($0) } }
        events += calls.map { .toolCall($0) }
        events.append(.usage(Usage(input: 90, output: 7, cacheRead: 40, cacheWrite: 20, reasoning: 3)))
        events.append(.finished([.stop, .length, .toolCalls].randomElement(using: &generator) ?? .stop))
        self.events = events
        var builder = ChatResponseBuilder()
        for event in events { builder.add(event) }
        response = builder.response
    }

    private static func word(_ generator: inout SeededSource) -> String {
        ["a", "\n", "\"quoted\"", "你好", "", "\u{1}", "longer text with spaces ", "\\"].randomElement(using: &generator)
            ?? ""
    }

    private static func call(_ index: Int, _ generator: inout SeededSource) -> ToolCall {
        let arguments = [#"{"city":"Ulm","days":[1,2]}"#, "{}", #"{"broken": "#, "not json"]
        return ToolCall(
            index: index, id: "call-\(index)", name: "tool_\(index)",
            arguments: arguments.randomElement(using: &generator) ?? "{}")
    }

    private static func deltas(of call: ToolCall, _ generator: inout SeededSource) -> [ToolCallDelta] {
        if Bool.random(using: &generator), Bool.random(using: &generator) { return [] }
        var deltas = [ToolCallDelta(index: call.index, id: call.id, name: call.name)]
        if Bool.random(using: &generator) {
            deltas = [ToolCallDelta(index: call.index, id: call.id), ToolCallDelta(index: call.index, name: call.name)]
        }
        var rest = Substring(call.arguments)
        while !rest.isEmpty {
            let piece = rest.prefix(Int.random(in: 1...8, using: &generator))
            deltas.append(ToolCallDelta(index: call.index, arguments: String(piece)))
            rest = rest.dropFirst(piece.count)
        }
        return deltas
    }
}

/// Repeatable randomness.
struct SeededSource: RandomNumberGenerator {
    var state: UInt64

    mutating func next() -> UInt64 {
        state ^= state << 13
        state ^= state >> 7
        state ^= state << 17
        return state
    }
}
