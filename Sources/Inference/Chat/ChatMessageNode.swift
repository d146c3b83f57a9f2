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

    /// What can be said of the message without looking into long values. Rules that concern few messages look at this first.
    public let outline: Outline

    private let places: Places

    /// Where the members lie that are asked for most; empty ranges for those that are not there.
    fileprivate struct Places: Sendable {
        var content = 0..<0
        var toolCalls = 0..<0
        var toolCallID = 0..<0
        var reasoning = 0..<0
    }

    /// Finds the members that are asked for most, in one walk: rules look at every message many times.
    public init(_ node: JSONNode) {
        self.node = node
        var (outline, places) = (Outline(), Places())
        node.eachMember { member, span in places.add(member, in: span, to: &outline) }
        (self.outline, self.places) = (outline, places)
    }

    /// Who speaks; empty when the message does not say.
    public var role: ChatRole { outline.role }

    /// The content as JSON.
    public var content: JSONNode? { part(places.content) }
    /// The shape of the content.
    public var contentKind: ContentKind { outline.contentKind }
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
    public var toolCalls: [JSONNode] { part(places.toolCalls)?.elements ?? [] }
    /// The call that a tool message answers.
    public var toolCallID: String? { part(places.toolCallID)?.string }
    /// The reasoning of an earlier answer.
    public var reasoningContent: String? { part(places.reasoning)?.string }

    private func part(_ range: Range<Int>) -> JSONNode? {
        range.isEmpty ? nil : JSONNode(document: node.document, range: range)
    }
}

extension ChatMessageNode.Places {
    mutating func add(
        _ member: JSONMemberRanges, in span: RawSpan, to outline: inout ChatMessageNode.Outline
    ) {
        let value = member.value
        if member.isNamed("role", in: span) {
            outline.role = ChatRole(value, in: span)
        } else if member.isNamed("content", in: span) {
            content = value
            outline.contentKind = ChatMessageNode.ContentKind(JSONScanner.kind(in: span, at: value.lowerBound))
            outline.contentLength = value.count
            outline.beginsVisibly = Self.beginsVisibly(value, in: span)
        } else if member.isNamed("tool_calls", in: span) {
            toolCalls = value
            outline.hasToolCalls = value.count > 2 && !JSONScanner.isNull(value, in: span)
        } else if member.isNamed("tool_call_id", in: span) {
            toolCallID = value
        } else if member.isNamed("reasoning_content", in: span) {
            reasoning = value
            outline.hasReasoning = true
        } else if member.isNamed("reasoning", in: span) {
            outline.hasReasoning = true
        } else if member.isNamed("cache_control", in: span) {
            outline.hasCacheMark = true
        }
    }
}

extension ChatMessageNode.Places {
    /// Whether a value is a text whose first byte is a letter or digit of ASCII.
    private static func beginsVisibly(_ value: Range<Int>, in span: RawSpan) -> Bool {
        guard value.count > 2, span.byte(value.lowerBound) == UInt8(ascii: "\"") else { return false }
        let first = span.byte(value.lowerBound &+ 1)
        return (0x30...0x39).contains(first) || (0x61...0x7A).contains(first | 0x20)
    }
}

extension ChatMessageNode.ContentKind {
    fileprivate init(_ kind: JSONKind?) {
        switch kind {
        case .null?: self = .null
        case .string?: self = .text
        case .array?: self = .parts
        default: self = .other
        }
    }
}

extension ChatRole {
    /// The role that a value names. The usual ones need no text of their own.
    fileprivate init(_ value: Range<Int>, in span: RawSpan) {
        let isText = JSONScanner.kind(in: span, at: value.lowerBound) == .string
        let text = isText ? (value.lowerBound + 1)..<(value.upperBound - 1) : 0..<0
        func isNamed(_ name: StaticString) -> Bool { span.matches(text, name) }
        if isNamed("user") {
            self = .user
        } else if isNamed("assistant") {
            self = .assistant
        } else if isNamed("system") {
            self = .system
        } else {
            self.init(JSONScanner.string(value, in: span) ?? "")
        }
    }
}
