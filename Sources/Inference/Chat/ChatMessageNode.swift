/// One message of a request, read where it lies.
public struct ChatMessageNode: Sendable {
    /// The message as JSON.
    public let node: JSONNode

    /// The shape of a message's content.
    public enum ContentKind: Hashable, Sendable {
        /// No `content` member.
        case absent
        /// `content: null`.
        case null
        /// One string.
        case text
        /// An array of parts.
        case parts
        /// Anything else; no service takes it.
        case other
    }

    public init(_ node: JSONNode) { self.node = node }

    /// Who speaks; empty when the message does not say.
    public var role: ChatRole { ChatRole(node["role"]?.string ?? "") }
    /// The content as JSON.
    public var content: JSONNode? { node["content"] }
    /// The shape of the content.
    public var contentKind: ContentKind {
        switch content?.kind {
        case nil: .absent
        case .null?: .null
        case .string?: .text
        case .array?: .parts
        default: .other
        }
    }
    /// The parts of an array content; empty for other shapes.
    public var parts: [JSONNode] { content?.elements ?? [] }
    /// The string content, or the text parts joined without a separator; `nil` when there is neither.
    public var text: String? {
        guard let content else { return nil }
        if content.kind == .array {
            return content.elements.filter { $0["type"]?.string == "text" }.compactMap { $0["text"]?.string }.joined()
        }
        return content.string
    }
    /// The tool calls of an assistant message, as JSON.
    public var toolCalls: [JSONNode] { node["tool_calls"]?.elements ?? [] }
    /// The call that a tool message answers.
    public var toolCallID: String? { node["tool_call_id"]?.string }
    /// The reasoning of an earlier answer.
    public var reasoningContent: String? { node["reasoning_content"]?.string }
}
