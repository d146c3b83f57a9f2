/// A complete tool call as the model wrote it.
public struct ToolCall: Hashable, Sendable {
    /// The position of the call in the answer; parallel calls have different ones.
    public var index: Int
    /// The id to answer with. Never empty: when the service gave none, one was made and reported as an adjustment.
    public var id: String
    /// The name of the function.
    public var name: String
    /// The arguments, verbatim. Models do write broken JSON; `parsedArguments` says whether this is.
    public var arguments: String

    public init(index: Int, id: String, name: String, arguments: String) {
        self.index = index
        self.id = id
        self.name = name
        self.arguments = arguments
    }
}

/// A piece of a tool call. Id and name come once; argument text is to be appended.
public struct ToolCallDelta: Hashable, Sendable {
    /// The position of the call that this piece belongs to.
    public var index: Int
    /// The id, in the first piece of a call.
    public var id: String?
    /// The name, in the first piece of a call.
    public var name: String?
    /// More argument text; may be empty.
    public var arguments: String

    public init(index: Int, id: String? = nil, name: String? = nil, arguments: String = "") {
        self.index = index
        self.id = id
        self.name = name
        self.arguments = arguments
    }
}
