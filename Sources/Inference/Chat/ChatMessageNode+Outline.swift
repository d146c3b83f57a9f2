extension ChatMessageNode {
    /// What can be said of a message after one walk over its members, without looking into long values.
    public struct Outline: Hashable, Sendable {
        /// Who speaks; empty when the message does not say.
        public var role: ChatRole = ""
        /// The shape of the content.
        public var contentKind: ContentKind = .absent
        /// How many bytes the content takes in the document, quotes and brackets included.
        public var contentLength = 0
        /// Whether it has tool calls.
        public var hasToolCalls = false
        /// Whether it has a member for reasoning, in either spelling.
        public var hasReasoning = false
        /// Whether it has a member `cache_control` of its own.
        public var hasCacheMark = false
    }

    /// The outline of the message. Rules that concern few messages look at this first.
    public var outline: Outline {
        guard node.kind == .object else { return Outline() }
        let span = node.document.bytes.span.bytes
        var outline = Outline()
        var members = JSONObjectCursor(after: node.range.lowerBound)
        while let member = members.next(in: span, landmarks: node.document.landmarks) {
            if member.isNamed("role", in: span) {
                outline.role = ChatRole(JSONScanner.string(member.value, in: span) ?? "")
            } else if member.isNamed("content", in: span) {
                outline.contentKind = Self.kind(of: member.value, in: span)
                outline.contentLength = member.value.count
            } else if member.isNamed("tool_calls", in: span) {
                outline.hasToolCalls = member.value.count > 2 && !JSONScanner.isNull(member.value, in: span)
            } else if member.isNamed("reasoning_content", in: span) || member.isNamed("reasoning", in: span) {
                outline.hasReasoning = true
            } else if member.isNamed("cache_control", in: span) {
                outline.hasCacheMark = true
            }
        }
        return outline
    }

    private static func kind(of range: Range<Int>, in span: RawSpan) -> ContentKind {
        switch JSONScanner.kind(in: span, at: range.lowerBound) {
        case .null?: .null
        case .string?: .text
        case .array?: .parts
        default: .other
        }
    }
}
