import Inference

/// Writes a chat completion from a Responses request.
struct ResponsesRequest {
    let root: JSONNode
    var draft = ChatDraft()
    private(set) var tools = ResponsesTools()

    private static let known: Set<String> = [
        "model", "input", "instructions", "tools", "tool_choice", "parallel_tool_calls", "text", "reasoning",
        "max_output_tokens", "temperature", "top_p", "stream", "stream_options", "store", "metadata", "include",
        "truncation", "user", "prompt_cache_key", "safety_identifier", "service_tier", "background", "client_metadata",
        "prompt_cache_retention",
    ]

    init(_ root: JSONNode) { self.root = root }

    mutating func read() throws(InferenceError) {
        try refuseWhatIsStored()
        draft.text.beginObject()
        draft.copy(["model", "temperature", "top_p", "parallel_tool_calls", "stream"], from: root)
        try ClientDocument.checkCount("max_output_tokens", of: root)
        if let limit = root.present("max_output_tokens") { draft.text.member("max_completion_tokens", limit) }
        if let effort = root["reasoning"]?.present("effort") { draft.text.member("reasoning_effort", effort) }
        tools = try ResponsesTools(root, &draft)
        try tools.write(choice: root.present("tool_choice"), to: &draft)
        try writeFormat()
        try writeMessages()
        draft.text.endObject()
        if root["store"]?.bool == true { draft.note("not-stored", "store: true has no effect, answers are not stored") }
        if root["truncation"]?.string == "auto" {
            draft.note("truncation", "truncation: auto has no effect, a conversation that is too long is refused")
        }
        draft.noteOthers(than: Self.known, in: root)
    }

    private func refuseWhatIsStored() throws(InferenceError) {
        for name in ["previous_response_id", "conversation", "prompt"] where root.present(name) != nil {
            throw InferenceError(
                .unsupported, "expected no '\(name)': nothing is stored here, send the whole conversation in 'input'")
        }
        if root["background"]?.bool == true {
            throw InferenceError(.unsupported, "expected no 'background': answers are given while the client waits")
        }
    }

    private mutating func writeFormat() throws(InferenceError) {
        guard let format = root["text"]?.present("format") else { return }
        switch format["type"]?.string {
        case "text"?: return
        case "json_object"?: draft.text.object("response_format") { $0.member("type", "json_object") }
        case "json_schema"?:
            draft.text.object("response_format") {
                $0.member("type", "json_schema")
                $0.object("json_schema") { text in
                    for (name, key) in Self.schemaMembers {
                        if let node = format.present(name) {
                            text.key(key)
                            text.value(node)
                        }
                    }
                }
            }
        default:
            throw InferenceError(.invalidRequest, "expected 'text.format.type' text, json_object or json_schema")
        }
    }

    private static let schemaMembers: [(String, StaticString)] = [
        ("name", "name"), ("description", "description"), ("schema", "schema"), ("strict", "strict"),
    ]

    private mutating func writeMessages() throws(InferenceError) {
        draft.text.key("messages")
        draft.text.beginArray()
        if let instructions = root.present("instructions")?.innerBytes, !instructions.isEmpty {
            draft.text.object {
                $0.member("role", "system")
                $0.content([.text([instructions], isMarked: false)])
            }
        }
        guard let input = root.present("input") else {
            throw InferenceError(.invalidRequest, "expected 'input', a string or an array of items")
        }
        var items = ResponsesInput()
        try items.write(input, to: &draft)
        draft.text.endArray()
    }
}
