import Inference

/// Writes the result of a tool as a message.
struct AnthropicToolResult {
    private let block: JSONNode
    private let place: String

    init(_ block: JSONNode, place: String) {
        self.block = block
        self.place = place
    }

    func write(marksEnd: Bool, to draft: inout ChatDraft) throws(InferenceError) {
        guard let id = block["tool_use_id"], id.kind == .string else {
            throw InferenceError(.invalidRequest, "\(place): expected tool_use_id in a tool_result")
        }
        let isMarked = AnthropicContent.mark(of: block, to: &draft) || marksEnd
        var reader = AnthropicContent(place: place, marksEnd: isMarked)
        let content = block.present("content")
        let blocks = content.map { $0.kind == .array ? $0.elements : [$0] } ?? []
        var pieces = try reader.pieces(of: blocks, to: &draft)
        if block["is_error"]?.bool == true { Self.tellFailure(in: &pieces) }
        draft.text.object {
            $0.member("role", "tool")
            $0.member("tool_call_id", id)
            $0.content(pieces)
        }
    }

    /// Chat completions have no mark for a failed tool, so the text has to say it.
    private static func tellFailure(in pieces: inout [ContentPiece]) {
        let prefix = ContentPiece.escaped("Error: ")
        guard case .text(let text, let isMarked)? = pieces.first else {
            pieces.insert(.plain("Error"), at: 0)
            return
        }
        let start = text.first ?? []
        if start.starts(with: "Error".utf8) || start.starts(with: "<tool_use_error>".utf8) { return }
        pieces[0] = .text([prefix] + text, isMarked: isMarked)
    }
}
