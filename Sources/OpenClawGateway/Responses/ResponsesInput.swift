import Inference

/// Writes the items of a Responses request as chat messages.
///
/// Items of one turn of the model (reasoning, text, calls) stand one by one; they are collected into one message.
struct ResponsesInput {
    private var turn = Turn()
    private var hasConversation = false

    private struct Turn {
        var thoughts: [ArraySlice<UInt8>] = []
        var pieces: [ContentPiece] = []
        var calls: [JSONNode] = []

        var isEmpty: Bool { pieces.isEmpty && calls.isEmpty }
    }

    mutating func write(_ input: JSONNode, to draft: inout ChatDraft) throws(InferenceError) {
        switch input.kind {
        case .string:
            draft.text.object {
                $0.member("role", "user")
                $0.content([.text([input.innerBytes ?? []], isMarked: false)])
            }
        case .array:
            for (index, item) in input.elements.enumerated() {
                try write(item, at: "input[\(index)]", to: &draft)
            }
            flush(to: &draft)
        default: throw InferenceError(.invalidRequest, "expected 'input', a string or an array of items")
        }
    }

    private mutating func write(
        _ item: JSONNode, at place: String, to draft: inout ChatDraft
    ) throws(InferenceError) {
        let type = item.present("type")?.string
        switch type {
        case "message"?, nil: try writeMessage(item, at: place, to: &draft)
        case "function_call"?, "custom_tool_call"?: turn.calls.append(item)
        case "function_call_output"?, "custom_tool_call_output"?: try writeOutput(item, at: place, to: &draft)
        case "reasoning"?: turn.thoughts += Self.thoughts(of: item)
        case "item_reference"?:
            throw InferenceError(.unsupported, "\(place): nothing is stored here, expected the item itself")
        case let type?: draft.note("items-dropped", "input items of type \(HeaderText.shortened(type)) not sent")
        }
    }

    private mutating func writeMessage(
        _ item: JSONNode, at place: String, to draft: inout ChatDraft
    ) throws(InferenceError) {
        guard var role = item["role"]?.string else {
            throw InferenceError(.invalidRequest, "\(place): expected a 'role' or a 'type'")
        }
        guard ["user", "assistant", "system", "developer"].contains(role) else {
            throw InferenceError(.invalidRequest, "\(place).role: expected user, assistant, system or developer")
        }
        guard let content = item["content"] else {
            throw InferenceError(.invalidRequest, "\(place).content: expected a string or an array of parts")
        }
        let pieces = try ResponsesContent(place: place).pieces(of: content, to: &draft)
        if role == "assistant" {
            turn.pieces += pieces
            return
        }
        flush(to: &draft)
        if role == "user" {
            hasConversation = true
        } else if hasConversation {
            role = "user"
            draft.note("late-instructions", "instructions in the midst of the conversation sent as the user's")
        }
        draft.text.object {
            $0.member("role", role)
            $0.content(pieces)
        }
    }

    private mutating func writeOutput(
        _ item: JSONNode, at place: String, to draft: inout ChatDraft
    ) throws(InferenceError) {
        guard let id = item["call_id"], id.kind == .string else {
            throw InferenceError(.invalidRequest, "\(place).call_id: expected the id of a call")
        }
        flush(to: &draft)
        let output = item.present("output")
        let pieces = try output.map { node throws(InferenceError) in
            try ResponsesContent(place: place).pieces(of: node, to: &draft)
        }
        draft.text.object {
            $0.member("role", "tool")
            $0.member("tool_call_id", id)
            $0.content(pieces ?? [])
        }
    }

    /// Ends the model's turn. Thoughts that led to nothing are not worth a message.
    private mutating func flush(to draft: inout ChatDraft) {
        defer { turn = Turn() }
        guard !turn.isEmpty else { return }
        hasConversation = true
        let turn = turn
        draft.text.object { text in
            text.member("role", "assistant")
            text.content(turn.pieces)
            if turn.thoughts.contains(where: { !$0.isEmpty }) {
                text.key("reasoning_content")
                text.string(joining: turn.thoughts)
            }
            guard !turn.calls.isEmpty else { return }
            text.array("tool_calls") { list in
                for call in turn.calls { Self.write(call, to: &list) }
            }
        }
    }

    private static func write(_ call: JSONNode, to text: inout JSONComposer) {
        let name = ResponsesTools.wireName(call["name"]?.string ?? "", in: call["namespace"]?.string)
        text.object {
            if let id = call["call_id"] { $0.member("id", id) }
            $0.member("type", "function")
            $0.object("function") {
                $0.member("name", name)
                if let input = call["input"] {
                    var arguments = JSONComposer()
                    arguments.object { $0.member("input", input) }
                    $0.key("arguments")
                    $0.string(arguments.bytes[...])
                } else if let arguments = call["arguments"] {
                    $0.member("arguments", arguments)
                }
            }
        }
    }

    /// What was shown as a summary is the reasoning itself.
    private static func thoughts(of item: JSONNode) -> [ArraySlice<UInt8>] {
        let content = item["content"]?.elements ?? []
        let parts = content.isEmpty ? item["summary"]?.elements ?? [] : content
        return parts.compactMap { $0["text"]?.innerBytes }
    }
}
