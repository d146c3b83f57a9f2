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

    /// Who speaks; empty when the message does not say.
    public private(set) var role = ChatRole("")

    private var contentRange: Range<Int>?
    private var toolCallsRange: Range<Int>?
    private var toolCallIDRange: Range<Int>?
    private var reasoningRange: Range<Int>?

    /// Finds the members that are asked for most, in one walk: rules look at every message many times.
    public init(_ node: JSONNode) {
        self.node = node
        let (bytes, landmarks) = (node.document.bytes, node.document.landmarks)
        let span = bytes.span.bytes
        guard node.kind == .object else { return }
        var cursor = JSONObjectCursor(after: node.range.lowerBound)
        while let member = cursor.next(in: span, landmarks: landmarks) {
            if member.isNamed("role", in: span) {
                role = ChatRole(JSONScanner.string(member.value, in: span) ?? "")
            } else if member.isNamed("content", in: span) {
                contentRange = member.value
            } else if member.isNamed("tool_calls", in: span) {
                toolCallsRange = member.value
            } else if member.isNamed("tool_call_id", in: span) {
                toolCallIDRange = member.value
            } else if member.isNamed("reasoning_content", in: span) {
                reasoningRange = member.value
            }
        }
    }

    /// The content as JSON.
    public var content: JSONNode? { part(contentRange) }
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
    public var toolCalls: [JSONNode] { part(toolCallsRange)?.elements ?? [] }
    /// The call that a tool message answers.
    public var toolCallID: String? { part(toolCallIDRange)?.string }
    /// The reasoning of an earlier answer.
    public var reasoningContent: String? { part(reasoningRange)?.string }

    private func part(_ range: Range<Int>?) -> JSONNode? {
        range.map { JSONNode(document: node.document, range: $0) }
    }
}
