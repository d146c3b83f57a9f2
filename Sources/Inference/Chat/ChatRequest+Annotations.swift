// Members that concern the carrying of a request and not what it says, such as marks for a cache. They go into the body
// where they stand, so that nothing large is copied; `messages` read as before.
extension ChatRequest {
    /// Writes a member into the last text part of a message; content that is one string becomes an array of one text part.
    /// The text stays byte for byte. No effect on messages without text.
    public mutating func annotateText(ofMessageAt index: Int, _ name: String, _ value: JSONValue) {
        guard messages.indices.contains(index), let content = messages[index].content else { return }
        switch content.kind {
        case .string:
            let parts = Self.part(of: content, name, value)
            annotate(content, ofMessageAt: index) { edits, content in edits.replace(content, with: parts) }
        case .array:
            guard let place = content.elements.lastIndex(where: { $0["type"]?.string == "text" }) else { return }
            annotate(content, ofMessageAt: index) { edits, content in
                if let part = content[place] { edits.set(name, of: part, to: value) }
            }
        default: return
        }
    }

    /// Writes a member into the last of the `tools`. No effect without tools.
    public mutating func annotateLastTool(_ name: String, _ value: JSONValue) {
        guard let tools = node("tools"), let tool = tools.elements.last else { return }
        if edits.isUnchanged(tools) {
            splice { $0.set(name, of: tool, to: value) }
        } else {
            var copy = JSONEdits(JSONDocument(known: Array(tools.rawBytes)))
            guard let last = copy.original.root.elements.last else { return }
            copy.set(name, of: last, to: value)
            let changed = copy.document().root
            splice { $0.set("tools", of: $0.original.root, to: changed) }
        }
    }

    /// Edits the content where it stands, or in a copy of the message when the message is no more what it was.
    private mutating func annotate(
        _ content: JSONNode, ofMessageAt index: Int, _ change: (inout JSONEdits, JSONNode) -> Void
    ) {
        if edits.isUnchanged(messages[index].node) {
            splice { change(&$0, content) }
        } else {
            var copy = JSONEdits(JSONDocument(known: Array(messages[index].node.rawBytes)))
            guard let content = copy.original.root["content"] else { return }
            change(&copy, content)
            spliceMessage(copy.document().root, at: index)
        }
    }

    /// The one part that a string becomes, its escapes as they came.
    private static func part(of text: JSONNode, _ name: String, _ value: JSONValue) -> JSONNode {
        var writer = JSONWriter()
        writer.write(name)
        let opening = Array(#"[{"type":"text","text":"#.utf8)
        let member = [UInt8(ascii: ",")] + writer.bytes + [UInt8(ascii: ":")] + value.serialized()
        return JSONDocument(known: opening + text.rawBytes + member + Array("}]".utf8)).root
    }
}
