/// How a model's requests and streams differ from the OpenAI shapes.
public struct WireShape: Hashable, Sendable {
    /// Whether the model answers only as a stream.
    public var streamOnly: Bool
    /// Whether each chunk repeats the whole text so far.
    public var cumulativeStream: Bool
    /// Whether message content must be one string instead of parts.
    public var stringContent: Bool
    /// Whether the `developer` role is taken.
    public var developerRole: Bool
    /// Whether a system message is taken.
    public var systemRole: Bool
    /// Whether a conversation is exactly one user message of plain text, as translation models want it.
    public var singleMessage: Bool
    /// The field that limits output: `max_tokens` or `max_completion_tokens`.
    public var outputLimitField: String
    /// The path of the service's own protocol: `text`, `multimodal`, or `nil` when it has none.
    public var nativePath: String?
    /// Whether streams carry usage on request; `nil` follows the endpoint.
    public var streamingUsage: Bool?
    /// Whether stray `<think>` tags may stand in the visible text.
    public var leaksThinkTags: Bool

    public init(
        streamOnly: Bool = false, cumulativeStream: Bool = false, stringContent: Bool = false,
        developerRole: Bool = false, systemRole: Bool = true, singleMessage: Bool = false,
        outputLimitField: String = "max_tokens", nativePath: String? = nil, streamingUsage: Bool? = nil,
        leaksThinkTags: Bool = false
    ) {
        self.streamOnly = streamOnly
        self.cumulativeStream = cumulativeStream
        self.stringContent = stringContent
        self.developerRole = developerRole
        self.systemRole = systemRole
        self.singleMessage = singleMessage
        self.outputLimitField = outputLimitField
        self.nativePath = nativePath
        self.streamingUsage = streamingUsage
        self.leaksThinkTags = leaksThinkTags
    }
}
