import Inference

/// What a response repeats of its request.
enum ResponsesEcho {
    /// The members as they are written into every response, without braces. What clients must find has a value.
    static func members(of root: JSONNode) -> [UInt8] {
        var text = JSONComposer()
        text.object {
            copy("instructions", from: root, to: &$0, otherwise: "null")
            copy("max_output_tokens", from: root, to: &$0, otherwise: "null")
            copy("metadata", from: root, to: &$0, otherwise: "{}")
            copy("parallel_tool_calls", from: root, to: &$0, otherwise: "true")
            $0.member(null: "previous_response_id")
            copy("reasoning", from: root, to: &$0, otherwise: #"{"effort":null,"summary":null}"#)
            $0.member("store", false)
            $0.member("background", false)
            copy("temperature", from: root, to: &$0, otherwise: "null")
            copy("text", from: root, to: &$0, otherwise: #"{"format":{"type":"text"}}"#)
            copy("tool_choice", from: root, to: &$0, otherwise: #""auto""#)
            copy("tools", from: root, to: &$0, otherwise: "[]")
            copy("top_p", from: root, to: &$0, otherwise: "null")
            $0.member("truncation", "disabled")
            copy("user", from: root, to: &$0, otherwise: "null")
        }
        return Array(text.bytes.dropFirst().dropLast())
    }

    private static func copy(
        _ name: StaticString, from root: JSONNode, to text: inout JSONComposer, otherwise: String
    ) {
        text.key(name)
        if let node = root.present(name.description) { text.value(node) } else { text.raw(otherwise.utf8) }
    }
}
