import Inference

/// Writes the messages of a Messages request as those of a chat completion.
struct AnthropicMessages {
    /// Whether the end of the last message is to be marked for caching.
    let marksLast: Bool

    mutating func write(_ messages: [JSONNode], to draft: inout ChatDraft) throws(InferenceError) {
        for (index, message) in messages.enumerated() {
            let isLast = index == messages.count - 1
            let place = "messages.\(index)"
            let content = try Self.blocks(of: message, at: place)
            switch message["role"]?.string {
            case "user"?: try writeUser(content, marksEnd: marksLast && isLast, at: place, to: &draft)
            case "assistant"?: try writeAssistant(content, isLast: isLast, at: place, to: &draft)
            case "system"?:
                // Services want instructions first; later ones would be refused.
                draft.note("late-instructions", "instructions in the midst of the conversation sent as the user's")
                try writeUser(content, marksEnd: marksLast && isLast, at: place, to: &draft)
            default: throw InferenceError(.invalidRequest, "\(place).role: expected user or assistant")
            }
        }
    }

    mutating func writeSystem(
        _ system: JSONNode, at place: String, to draft: inout ChatDraft
    ) throws(InferenceError) {
        let blocks = try Self.blocks(system, at: place)
        let useful = blocks.filter { !Self.isBillingNote($0) }
        if useful.count != blocks.count {
            draft.note("billing-note-dropped", "the client's billing note in the instructions not sent")
        }
        var reader = AnthropicContent(place: place)
        let pieces = try reader.pieces(of: useful, to: &draft)
        guard !pieces.isEmpty else { return }
        draft.text.object {
            $0.member("role", "system")
            $0.content(pieces)
        }
    }

    /// Results of tools come first: they have to follow the calls.
    private func writeUser(
        _ blocks: [JSONNode], marksEnd: Bool, at place: String, to draft: inout ChatDraft
    ) throws(InferenceError) {
        let results = blocks.filter { $0.type(is: "tool_result") }
        let others = results.isEmpty ? blocks : blocks.filter { !$0.type(is: "tool_result") }
        for (index, result) in results.enumerated() {
            let marks = marksEnd && others.isEmpty && index == results.count - 1
            try AnthropicToolResult(result, place: place).write(marksEnd: marks, to: &draft)
        }
        guard !others.isEmpty else { return }
        var reader = AnthropicContent(place: place, marksEnd: marksEnd)
        let pieces = try reader.pieces(of: others, to: &draft)
        guard !pieces.isEmpty else { return }
        draft.text.object {
            $0.member("role", "user")
            $0.content(pieces)
        }
    }

    private func writeAssistant(
        _ blocks: [JSONNode], isLast: Bool, at place: String, to draft: inout ChatDraft
    ) throws(InferenceError) {
        let calls = blocks.filter { $0.type(is: "tool_use") }
        let thoughts = blocks.filter { $0.type(is: "thinking") }.compactMap { $0["thinking"]?.innerBytes }
        let said = blocks.filter {
            !$0.type(is: "tool_use") && !$0.type(is: "thinking") && !$0.type(is: "redacted_thinking")
        }
        var reader = AnthropicContent(place: place)
        let pieces = Self.joined(try reader.pieces(of: said, to: &draft))
        guard !pieces.isEmpty || !calls.isEmpty else { return }
        draft.text.object { text in
            text.member("role", "assistant")
            text.content(pieces)
            if thoughts.contains(where: { !$0.isEmpty }) {
                text.key("reasoning_content")
                text.string(joining: thoughts)
            }
            if !calls.isEmpty { text.array("tool_calls") { Self.write(calls, to: &$0) } }
            // The beginning of an answer that the model is to continue.
            if isLast, calls.isEmpty { text.member("partial", true) }
        }
    }

    /// The blocks of an answer belong together; clients cut them where thinking or calls stood between.
    private static func joined(_ pieces: [ContentPiece]) -> [ContentPiece] {
        let texts = pieces.compactMap(\.plainText)
        return texts.count == pieces.count && pieces.count > 1 ? [.text(texts.flatMap { $0 }, isMarked: false)] : pieces
    }

    private static func write(_ calls: [JSONNode], to text: inout JSONComposer) {
        for call in calls {
            text.object {
                if let id = call["id"] { $0.member("id", id) }
                $0.member("type", "function")
                $0.object("function") {
                    if let name = call["name"] { $0.member(toolName: name) }
                    $0.key("arguments")
                    $0.string(call["input"]?.rawBytes ?? Array("{}".utf8)[...])
                }
            }
        }
    }

    private static func blocks(of message: JSONNode, at place: String) throws(InferenceError) -> [JSONNode] {
        guard let content = message["content"] else {
            throw InferenceError(.invalidRequest, "\(place).content: expected a string or an array")
        }
        return try blocks(content, at: place + ".content")
    }

    /// A string stands for itself, as the one block that it is.
    private static func blocks(_ content: JSONNode, at place: String) throws(InferenceError) -> [JSONNode] {
        switch content.kind {
        case .string: return [content]
        case .array: return content.elements
        default: throw InferenceError(.invalidRequest, "\(place): expected a string or an array")
        }
    }

    /// One client writes a note to the service's accountants before its instructions. It differs from request to request, so
    /// that nothing behind it could be cached.
    private static func isBillingNote(_ block: JSONNode) -> Bool {
        block["text"]?.innerBytes?.starts(with: "x-anthropic-billing-header:".utf8) ?? false
    }
}
