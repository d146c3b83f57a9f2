extension ChatMessageNode {
    /// What can be said of a message after one walk over its members, without looking into long values.
    public struct Outline: Hashable, Sendable {
        /// Who speaks; empty when the message does not say.
        public var role: ChatRole = ""
        /// The shape of the content.
        public var contentKind: ContentKind = .absent
        /// How many bytes the content takes in the document, quotes and brackets included.
        public var contentLength = 0
        /// Whether the content is one string that begins with a letter or digit of ASCII.
        public var beginsVisibly = false
        /// Whether it has tool calls.
        public var hasToolCalls = false
        /// Whether it has a member for reasoning, in either spelling.
        public var hasReasoning = false
        /// Whether it has a member `cache_control` of its own.
        public var hasCacheMark = false
    }
}
