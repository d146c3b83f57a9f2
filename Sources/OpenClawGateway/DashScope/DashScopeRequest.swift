import Inference

/// Writes a chat completion from a request of DashScope's protocol. Its parameters are members of the same names there.
struct DashScopeRequest {
    private let root: JSONNode
    private let isStreamed: Bool

    /// Parameters that concern the shape of the answer, and members of which a chat completion has its own.
    private static let ownParameters: Set<String> = [
        "result_format", "incremental_output", "model", "messages", "stream", "stream_options",
    ]

    init(_ root: JSONNode, isStreamed: Bool) {
        self.root = root
        self.isStreamed = isStreamed
    }

    func write(to draft: inout ChatDraft) throws(InferenceError) {
        draft.text.beginObject()
        draft.copy(["model"], from: root)
        if isStreamed { draft.text.member("stream", true) }
        draft.text.key("messages")
        draft.text.beginArray()
        try writeMessages(to: &draft)
        draft.text.endArray()
        for member in root["parameters"]?.members ?? [] where !Self.ownParameters.contains(member.key) {
            guard !ChatRequest.controlMembers.contains(member.key) else {
                throw InferenceError(.invalidRequest, "expected no parameter '\(member.key)'")
            }
            guard !member.value.isNull else { continue }
            draft.text.key(named: member.key)
            draft.text.value(member.value)
        }
        draft.text.endObject()
        if root["parameters"]?["search_options"]?["enable_source"]?.bool == true {
            draft.note("search-sources", "the sources of a search are not told on this way")
        }
        draft.noteOthers(than: ["model", "input", "parameters"], in: root)
    }

    private func writeMessages(to draft: inout ChatDraft) throws(InferenceError) {
        let input = root["input"]
        if let messages = input?.present("messages"), messages.kind == .array {
            for (index, message) in messages.elements.enumerated() {
                try write(message, at: "input.messages[\(index)]", to: &draft)
            }
        } else if let prompt = input?.present("prompt"), prompt.kind == .string {
            draft.text.object {
                $0.member("role", "user")
                $0.member("content", prompt)
            }
        } else {
            throw InferenceError(.invalidRequest, #"either "prompt" or "messages" must exist in 'input'"#)
        }
    }

    private func write(_ message: JSONNode, at place: String, to draft: inout ChatDraft) throws(InferenceError) {
        guard message.kind == .object else {
            throw InferenceError(.invalidRequest, "\(place): expected an object with role and content")
        }
        guard let content = message["content"], content.kind == .array else { return draft.text.value(message) }
        draft.text.beginObject()
        for member in message.members where member.key != "content" {
            draft.text.key(named: member.key)
            draft.text.value(member.value)
        }
        draft.text.content(try content.elements.map { part throws(InferenceError) in try piece(part, at: place) })
        draft.text.endObject()
    }

    private func piece(_ part: JSONNode, at place: String) throws(InferenceError) -> ContentPiece {
        if part.present("type") != nil { return .raw(Array(part.rawBytes)) }
        if let text = part["text"]?.innerBytes {
            return .text([text], isMarked: part.present("cache_control") != nil)
        }
        guard let media = DashScopeMedia(part) else {
            throw InferenceError(.invalidRequest, "\(place): expected parts of text, image, video or audio")
        }
        return .raw(media.bytes)
    }
}
