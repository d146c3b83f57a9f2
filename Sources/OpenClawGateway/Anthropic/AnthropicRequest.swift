import Inference

/// Writes a chat completion from a Messages request.
struct AnthropicRequest {
    let root: JSONNode
    var draft = ChatDraft()
    /// Whether the client asked to see the reasoning.
    private(set) var showsThinking = false
    private(set) var names = ToolNameBook()

    private static let known: Set<String> = [
        "model", "messages", "system", "max_tokens", "stream", "temperature", "top_p", "top_k", "stop_sequences",
        "tools",
        "tool_choice", "thinking", "metadata", "output_config", "output_format", "cache_control", "service_tier",
    ]

    init(_ root: JSONNode) { self.root = root }

    mutating func read() throws(InferenceError) {
        if root["mcp_servers"]?.count ?? 0 > 0 {
            throw InferenceError(
                .unsupported, "mcp_servers: the gateway connects to no MCP servers; let the client call them")
        }
        try ClientDocument.checkCount("budget_tokens", of: root["thinking"], called: "thinking.budget_tokens")
        draft.text.beginObject()
        draft.copy(["model", "max_tokens", "temperature", "top_p", "top_k", "stream"], from: root)
        if let stops = root.present("stop_sequences"), stops.count > 0 { draft.text.member("stop", stops) }
        try writeTools()
        writeThinking()
        writeFormat()
        try writeMessages()
        draft.text.endObject()
        draft.noteOthers(than: Self.known, in: root)
    }

    private mutating func writeTools() throws(InferenceError) {
        let tools = AnthropicTools(root)
        names = tools.names
        try tools.write(to: &draft)
    }

    /// Without a word about thinking there is none: clients that did not ask take the first block for the answer.
    private mutating func writeThinking() {
        let thinking = root.present("thinking")
        let effort = root["output_config"]?.present("effort")
        guard let type = thinking?["type"]?.string, type != "disabled" else {
            draft.text.member("enable_thinking", false)
            if effort != nil {
                draft.note("effort-dropped", "output_config.effort not sent: thinking was not asked for")
            }
            return
        }
        showsThinking = thinking?["display"]?.string != "omitted"
        draft.text.member("enable_thinking", true)
        if let budget = thinking?.present("budget_tokens") {
            draft.text.member("thinking_budget", budget)
        } else if let effort {
            draft.text.member("reasoning_effort", effort)
        }
    }

    private mutating func writeFormat() {
        let format = root["output_config"]?.present("format") ?? root.present("output_format")
        guard let format, format.type(is: "json_schema"), let schema = format["schema"] else { return }
        draft.text.object("response_format") {
            $0.member("type", "json_schema")
            $0.object("json_schema") {
                $0.member("name", "answer")
                $0.member("schema", schema)
                $0.member("strict", true)
            }
        }
    }

    private mutating func writeMessages() throws(InferenceError) {
        guard let messages = root["messages"], messages.kind == .array else {
            throw InferenceError(.invalidRequest, "messages: expected an array")
        }
        draft.text.key("messages")
        draft.text.beginArray()
        var writer = AnthropicMessages(marksLast: root.present("cache_control") != nil)
        if let system = root.present("system") { try writer.writeSystem(system, at: "system", to: &draft) }
        try writer.write(messages.elements, to: &draft)
        draft.text.endArray()
    }
}
