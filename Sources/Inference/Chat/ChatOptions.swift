/// What a request asks for beside its messages. What is not set is not sent.
public struct ChatOptions: Hashable, Sendable {
    /// The largest number of tokens of the answer.
    public var maxTokens: Int?
    /// How freely words are chosen.
    public var temperature: Double?
    /// The share of likely words to choose from.
    public var topP: Double?
    /// A number that makes answers repeat, as far as the service can.
    public var seed: Int?
    /// Texts that end the answer.
    public var stop: [String]
    /// The functions that the model may call.
    public var tools: [ToolDefinition]
    /// Whether it may, must or must not call them.
    public var toolChoice: ToolChoice?
    /// Whether it may call several at once.
    public var parallelToolCalls: Bool?
    /// The form of the answer.
    public var responseFormat: ResponseFormat?
    /// Whether and how much it should reason.
    public var thinking: ThinkingSetting?
    /// More top-level members, verbatim.
    public var extra: JSONObject

    public init(
        maxTokens: Int? = nil, temperature: Double? = nil, topP: Double? = nil, seed: Int? = nil, stop: [String] = [],
        tools: [ToolDefinition] = [], toolChoice: ToolChoice? = nil, parallelToolCalls: Bool? = nil,
        responseFormat: ResponseFormat? = nil, thinking: ThinkingSetting? = nil, extra: JSONObject = JSONObject()
    ) {
        self.maxTokens = maxTokens
        self.temperature = temperature
        self.topP = topP
        self.seed = seed
        self.stop = stop
        self.tools = tools
        self.toolChoice = toolChoice
        self.parallelToolCalls = parallelToolCalls
        self.responseFormat = responseFormat
        self.thinking = thinking
        self.extra = extra
    }
}
