/// A chat completion request, held as the one JSON document that it is on the wire.
///
/// A request of a client is wrapped as it came: members nobody here knows stay byte for byte. Lenses such as ``model`` read
/// and write single members; reading sees what was written. ``init(model:messages:options:)`` builds a request in code.
///
/// ```swift
/// var request = try ChatRequest(parsing: bytes)
/// request.maxTokens = 1024
/// request.body  // slices of `bytes` with one member spliced in
/// ```
public struct ChatRequest: Sendable {
    /// Large, and handed on many times while it is changed once or never: an array of one is a single reference, and is copied
    /// when somebody changes a request that others hold.
    private var shared: [Parts]

    private struct Parts: Sendable {
        var edits: JSONEdits
        var messages: [ChatMessageNode]
        /// Where the messages lie in the document as it came.
        var messageRange: Range<Int>
        var members: ChatMembers
        var model: ModelID?
    }

    /// The document as it came, and what is to be changed in it.
    public var edits: JSONEdits { shared[0].edits }
    /// The messages as they are now.
    public var messages: [ChatMessageNode] { shared[0].messages }
    /// Which members may be there.
    public var members: ChatMembers { shared[0].members }

    /// `model`.
    public var model: ModelID? {
        get { shared[0].model }
        set { self[member: "model"] = newValue.map { .string($0.rawValue) } }
    }

    /// Members by which a request would choose where it goes or which key it carries; no client may.
    public static let controlMembers = ["api_base", "api_key", "base_url", "extra_headers"]

    /// Wraps a request.
    ///
    /// - Throws: `InferenceError` with code `.invalidRequest` when the document is no object, has no array `messages`, or
    ///   has one of the ``controlMembers``.
    public init(_ document: JSONDocument) throws(InferenceError) {
        let root = document.root
        guard root.kind == .object else {
            throw InferenceError(.invalidRequest, "expected the request to be a JSON object")
        }
        var found: ChatMembers = []
        var refusal: InferenceError?
        var model: ModelID?
        var messages: JSONNode?
        root.eachMember { member, span in
            let kinds = ChatMembers(member, in: span)
            found.formUnion(kinds)
            if member.isNamed("model" as StaticString, in: span) {
                model = JSONScanner.string(member.value, in: span).map { ModelID($0) }
            } else if member.isNamed("messages" as StaticString, in: span) {
                messages = JSONNode(document: document, range: member.value)
            }
            if refusal == nil { refusal = Self.refusal(of: member, kinds, in: span) }
        }
        if let refusal { throw refusal }
        guard let messages, messages.kind == .array else {
            throw InferenceError(.invalidRequest, "expected an array 'messages'")
        }
        self.init(document, messages: messages, members: found, model: model)
    }

    /// Whether a member counts something.
    private static func isCount(_ member: JSONMemberRanges, in span: RawSpan) -> Bool {
        member.isNamed("max_tokens", in: span) || member.isNamed("max_completion_tokens", in: span)
            || member.isNamed("n", in: span) || member.isNamed("seed", in: span)
            || member.isNamed("thinking_budget", in: span) || member.isNamed("top_k", in: span)
            || member.isNamed("top_logprobs", in: span)
    }

    /// Why a member cannot be taken: it chooses where the request goes, or is a number that nothing here can hold, which would
    /// look to whatever reads it as if it were not there.
    private static func refusal(
        of member: JSONMemberRanges, _ kinds: ChatMembers, in span: RawSpan
    ) -> InferenceError? {
        if kinds.contains(.control) {
            return InferenceError(
                .invalidRequest,
                "expected no member '\(member.name(in: span))': endpoints and keys come from the configuration")
        }
        guard JSONScanner.kind(in: span, at: member.value.lowerBound) == .number else { return nil }
        let isCount = isCount(member, in: span)
        let isHeld =
            isCount
            ? JSONScanner.integer(member.value, in: span) != nil
            : JSONScanner.double(member.value, in: span)?.isFinite == true
        guard !isHeld else { return nil }
        let name = member.name(in: span)
        let text = String(span.text(member.value).prefix(40))
        return InferenceError(
            .invalidRequest,
            "expected '\(name)' to be \(isCount ? "a whole number" : "a number") within range, got \(text)")
    }

    /// Checks and wraps a request.
    ///
    /// - Throws: `InferenceError` with code `.invalidRequest`, with line and column when the bytes are no JSON.
    public init(parsing bytes: [UInt8], limits: JSONLimits = JSONLimits()) throws(InferenceError) {
        let document: JSONDocument
        do {
            document = try JSONDocument(bytes, limits: limits)
        } catch {
            throw InferenceError(.invalidRequest, "the request is not JSON: \(error)")
        }
        try self.init(document)
    }

    /// A request of the trusted builder.
    init(members: JSONObject, messages: [JSONValue]) {
        var members = members
        members["messages"] = .array(messages)
        let document = JSONDocument(.object(members))
        self.init(built: document)
    }

    /// A document of our own. Nobody has looked which members it has.
    private init(built document: JSONDocument) {
        let root = document.root
        self.init(
            document, messages: root["messages"] ?? root, members: .all,
            model: root["model"]?.string.map { ModelID($0) })
    }

    private init(_ document: JSONDocument, messages list: JSONNode, members: ChatMembers, model: ModelID?) {
        shared = [
            Parts(
                edits: JSONEdits(document), messages: list.mapElements { ChatMessageNode($0) },
                messageRange: list.range, members: members, model: model)
        ]
    }

    /// The request as bytes, ready to send; what was not changed is not copied.
    public var body: [ArraySlice<UInt8>] { edits.slices() }

    /// The request with its edits as a document of its own.
    public var document: JSONDocument { edits.document() }

    /// Any top-level member. Setting `nil` removes it.
    public subscript(member name: String) -> JSONValue? {
        get { node(name)?.value }
        set {
            let root = shared[0].edits.original.root
            shared[0].edits.set(name, of: root, to: newValue)
            shared[0].members.formUnion(ChatMembers(named: name))
            if name == "model" { shared[0].model = newValue?.string.map { ModelID($0) } }
            // A replaced message list is a place in no document; written down, its messages can be edited again.
            if name == "messages" { self = ChatRequest(built: edits.document()) }
        }
    }

    /// Any top-level member as it is now, without making a tree of it.
    public func node(_ name: String) -> JSONNode? {
        shared[0].edits.member(name, of: shared[0].edits.original.root)
    }

    /// Whether a top-level member is there, `null` included.
    public func has(_ name: String) -> Bool { node(name) != nil }
}

// Messages. Indices count the messages as they are now; indices out of range have no effect.
extension ChatRequest {
    private var messageList: JSONNode {
        JSONNode(document: shared[0].edits.original, range: shared[0].messageRange)
    }

    /// The number of messages.
    public var messageCount: Int { shared[0].messages.count }

    /// Replaces a message.
    public mutating func replaceMessage(at index: Int, with message: JSONValue) {
        shared[0].edits.replace(at: index, of: messageList, with: JSONDocument(message).root)
        refreshMessage(at: index)
    }

    /// Replaces the content of a message.
    public mutating func replaceContent(at index: Int, with content: JSONValue) {
        setMember("content", ofMessageAt: index, to: content)
    }

    /// Changes who speaks.
    public mutating func setRole(at index: Int, to role: ChatRole) {
        setMember("role", ofMessageAt: index, to: .string(role.rawValue))
    }

    /// Sets a member of a message, or removes it with `nil`.
    public mutating func setMember(_ name: String, ofMessageAt index: Int, to value: JSONValue?) {
        shared[0].edits.editElement(at: index, of: messageList, set: name, to: value.map { JSONDocument($0).root })
        refreshMessage(at: index)
    }

    /// Removes a message.
    public mutating func removeMessage(at index: Int) {
        guard shared[0].messages.indices.contains(index) else { return }
        shared[0].edits.remove(at: index, of: messageList)
        shared[0].messages.remove(at: index)
    }

    /// Inserts a message before the one at `index`, or at the end.
    public mutating func insertMessage(_ message: JSONValue, at index: Int) {
        guard (0...shared[0].messages.count).contains(index) else { return }
        let node = JSONDocument(message).root
        shared[0].edits.insert(node, at: index, of: messageList)
        shared[0].messages.insert(ChatMessageNode(node), at: index)
    }

    /// Changes the body and nothing that is read.
    mutating func splice(_ change: (inout JSONEdits) -> Void) { change(&shared[0].edits) }

    /// Replaces a message in the body and nothing that is read.
    mutating func spliceMessage(_ message: JSONNode, at index: Int) {
        shared[0].edits.replace(at: index, of: messageList, with: message)
    }

    private mutating func refreshMessage(at index: Int) {
        guard shared[0].messages.indices.contains(index), let node = shared[0].edits.element(index, of: messageList)
        else { return }
        shared[0].messages[index] = ChatMessageNode(node)
    }

    /// Appends a message.
    public mutating func append(_ message: ChatMessage) { insertMessage(message.value, at: messageCount) }
}
