import Inference

/// Writes the tools of a Messages request as functions.
struct AnthropicTools {
    private let root: JSONNode
    private let functions: [JSONNode]
    private let others: [String]

    init(_ root: JSONNode) {
        self.root = root
        let tools = root["tools"]?.elements ?? []
        functions = tools.filter { $0.present("type") == nil || $0.type(is: "custom") }
        others = tools.compactMap { tool in
            guard let type = tool.present("type"), !tool.type(is: "custom") else { return nil }
            return tool["name"]?.string ?? type.string
        }
    }

    /// How to turn the names of calls back.
    var names: ToolNameBook { ToolNameBook(functions.lazy.compactMap { $0["name"]?.string }) }

    func write(to draft: inout ChatDraft) throws(InferenceError) {
        try checkOthers(&draft)
        guard !functions.isEmpty else { return }
        draft.text.key("tools")
        draft.text.beginArray()
        for (index, tool) in functions.enumerated() {
            guard let name = tool["name"], name.kind == .string else {
                throw InferenceError(.invalidRequest, "tools.\(index).name: expected a string")
            }
            let isMarked = AnthropicContent.mark(of: tool, to: &draft)
            draft.text.object {
                $0.member("type", "function")
                $0.object("function") { Self.write(tool, name: name, to: &$0) }
                $0.cacheMark(isMarked)
            }
        }
        draft.text.endArray()
        try writeChoice(to: &draft)
    }

    private static func write(_ tool: JSONNode, name: JSONNode, to text: inout JSONComposer) {
        text.member(toolName: name)
        if let description = tool.present("description") { text.member("description", description) }
        if let schema = tool.present("input_schema") {
            text.member("parameters", schema)
        } else {
            text.object("parameters") {
                $0.member("type", "object")
                $0.object("properties") { _ in }
            }
        }
        if let strict = tool.present("strict") { text.member("strict", strict) }
    }

    /// Tools that the other service runs, or whose parameters only its models know. Beside others they are merely not
    /// offered; where the request is about them, an answer without them would be made up.
    private func checkOthers(_ draft: inout ChatDraft) throws(InferenceError) {
        guard !others.isEmpty else { return }
        let choice = root["tool_choice"]
        let isForced = choice?.type(is: "tool") == true && others.contains(choice?["name"]?.string ?? "")
        let names = others.prefix(8).map(HeaderText.shortened).joined(separator: ", ")
        if functions.isEmpty || isForced {
            throw InferenceError(
                .unsupported, "tools: \(names) would have to be run by the service; expected tools with an input_schema"
            )
        }
        draft.note("tools-not-offered", "built-in tools not offered to the model: \(names)")
    }

    private func writeChoice(to draft: inout ChatDraft) throws(InferenceError) {
        guard let choice = root.present("tool_choice") else { return }
        switch choice["type"]?.string {
        case "auto"?: draft.text.member("tool_choice", "auto")
        case "any"?: draft.text.member("tool_choice", "required")
        case "none"?: draft.text.member("tool_choice", "none")
        case "tool"?:
            guard let name = choice["name"], name.kind == .string else {
                throw InferenceError(.invalidRequest, "tool_choice.name: expected the name of a tool")
            }
            draft.text.object("tool_choice") {
                $0.member("type", "function")
                $0.object("function") { $0.member(toolName: name) }
            }
        default: throw InferenceError(.invalidRequest, "tool_choice.type: expected auto, any, tool or none")
        }
        if let isSingle = choice["disable_parallel_tool_use"]?.bool {
            draft.text.member("parallel_tool_calls", !isSingle)
        }
    }
}
