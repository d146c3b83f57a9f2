/// The `compat` block of a model that the user configured. Absent means not said.
public struct UserModelCompat: Hashable, Sendable {
    /// Whether the `developer` role is taken.
    public var supportsDeveloperRole: Bool?
    /// Whether `reasoning_effort` is taken.
    public var supportsReasoningEffort: Bool?
    /// Whether streams carry usage on request.
    public var supportsUsageInStreaming: Bool?
    /// Whether tools are taken.
    public var supportsTools: Bool?
    /// The field that limits output.
    public var maxTokensField: String?
    /// How thinking is switched: `openai` by effort, names ending in `-chat-template` by `chat_template_kwargs`, others as
    /// the catalogue has it.
    public var thinkingFormat: String?
    /// Whether message content must be one string.
    public var requiresStringContent: Bool?

    public init(
        supportsDeveloperRole: Bool? = nil, supportsReasoningEffort: Bool? = nil, supportsUsageInStreaming: Bool? = nil,
        supportsTools: Bool? = nil, maxTokensField: String? = nil, thinkingFormat: String? = nil,
        requiresStringContent: Bool? = nil
    ) {
        self.supportsDeveloperRole = supportsDeveloperRole
        self.supportsReasoningEffort = supportsReasoningEffort
        self.supportsUsageInStreaming = supportsUsageInStreaming
        self.supportsTools = supportsTools
        self.maxTokensField = maxTokensField
        self.thinkingFormat = thinkingFormat
        self.requiresStringContent = requiresStringContent
    }
}
