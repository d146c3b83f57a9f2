import Inference

/// The tools of a Responses request, and how their names are written in a chat completion.
struct ResponsesTools: Sendable {
    private(set) var entries: [Entry] = []
    private var definitions: [JSONNode] = []

    /// A tool under the name that the model sees.
    struct Entry: Hashable, Sendable {
        var wireName: String
        var name: String
        var namespace: String?
        /// Whether its input is free text instead of a JSON object.
        var isCustom: Bool
    }

    init() {}

    /// Reads the tools that the model can be offered.
    init(_ root: JSONNode, _ draft: inout ChatDraft) throws(InferenceError) {
        var others: [String] = []
        for tool in root["tools"]?.elements ?? [] { add(tool, in: nil, others: &others) }
        let choice = root.present("tool_choice")
        if choice?.type(is: "allowed_tools") == true {
            let allowed = Set(choice?["tools"]?.elements.compactMap { $0["name"]?.string } ?? [])
            let kept = entries.indices.filter { allowed.contains(entries[$0].name) }
            (entries, definitions) = (kept.map { entries[$0] }, kept.map { definitions[$0] })
        }
        guard !others.isEmpty else { return }
        let names = others.prefix(8).map(HeaderText.shortened).joined(separator: ", ")
        if entries.isEmpty || others.contains(choice?["type"]?.string ?? "") {
            throw InferenceError(
                .unsupported, "built-in tools are not run here (\(names)); expected 'tools' of type function or custom")
        }
        draft.note("tools-not-offered", "built-in tools not offered to the model: \(names)")
    }

    func entry(wireName: String) -> Entry? { entries.first { $0.wireName == wireName } }

    /// The name of a tool that a client's document mentions.
    static func wireName(_ name: String, in namespace: String?) -> String {
        guard let namespace, !namespace.isEmpty else { return ToolNameBook.wireName(name) }
        return ToolNameBook.wireName(namespace.hasSuffix("__") ? namespace + name : namespace + "__" + name)
    }

    private mutating func add(_ tool: JSONNode, in namespace: String?, others: inout [String]) {
        let name = tool["name"]?.string
        switch (tool["type"]?.string, name) {
        case ("function"?, let name?): keep(tool, name, namespace, isCustom: false)
        case ("custom"?, let name?): keep(tool, name, namespace, isCustom: true)
        case ("namespace"?, let name?):
            for inner in tool["tools"]?.elements ?? [] { add(inner, in: name, others: &others) }
        case (let type, _): others.append(type ?? "without type")
        }
    }

    private mutating func keep(_ tool: JSONNode, _ name: String, _ namespace: String?, isCustom: Bool) {
        let wireName = Self.wireName(name, in: namespace)
        entries.append(Entry(wireName: wireName, name: name, namespace: namespace, isCustom: isCustom))
        definitions.append(tool)
    }
}

// Writing.
extension ResponsesTools {
    func write(choice: JSONNode?, to draft: inout ChatDraft) throws(InferenceError) {
        guard !entries.isEmpty else { return }
        draft.text.array("tools") { text in
            for (entry, tool) in zip(entries, definitions) { Self.write(entry, tool, to: &text) }
        }
        guard let choice else { return }
        if let mode = choice.string { return draft.text.member("tool_choice", mode) }
        if choice.type(is: "allowed_tools") {
            return draft.text.member("tool_choice", choice["mode"]?.string ?? "auto")
        }
        let name = Self.wireName(choice["name"]?.string ?? "", in: choice["namespace"]?.string)
        guard entry(wireName: name) != nil else {
            throw InferenceError(.invalidRequest, "expected 'tool_choice' to name one of the tools")
        }
        draft.text.object("tool_choice") {
            $0.member("type", "function")
            $0.object("function") { $0.member("name", name) }
        }
    }

    private static func write(_ entry: Entry, _ tool: JSONNode, to text: inout JSONComposer) {
        text.object {
            $0.member("type", "function")
            $0.object("function") {
                $0.member("name", entry.wireName)
                if entry.isCustom { writeCustom(tool, to: &$0) } else { writeFunction(tool, to: &$0) }
            }
        }
    }

    private static func writeFunction(_ tool: JSONNode, to text: inout JSONComposer) {
        if let description = tool.present("description") { text.member("description", description) }
        if let parameters = tool.present("parameters") {
            text.member("parameters", parameters)
        } else {
            text.object("parameters") {
                $0.member("type", "object")
                $0.object("properties") { _ in }
            }
        }
        if let strict = tool.present("strict") { text.member("strict", strict) }
    }

    /// A tool that takes free text becomes a function with one string; what it may look like is told in words.
    private static func writeCustom(_ tool: JSONNode, to text: inout JSONComposer) {
        var description = tool["description"]?.string ?? ""
        if let grammar = tool["format"]?["definition"]?.string {
            description += "\n\nThe input follows this grammar:\n" + grammar
        }
        text.member("description", description)
        text.object("parameters") {
            $0.member("type", "object")
            $0.object("properties") {
                $0.object("input") { $0.member("type", "string") }
            }
            $0.array("required") { $0.value("input") }
        }
    }
}
