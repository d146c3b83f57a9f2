/// What is known of one model: limits, abilities and the shape of its wire. Facts only; all behaviour reads these fields.
public struct ModelDescriptor: Hashable, Sendable {
    /// The id on the wire.
    public var id: ModelID
    /// The name to show.
    public var name: String
    /// The family, for documentation.
    public var family: String?
    /// What the model takes, as listings show it.
    public var input: [Modality]
    /// What the service takes beside `input` although listings leave it out.
    public var alsoTakes: [Modality]
    /// What the model gives.
    public var output: [Modality]
    /// Tokens of input and output together.
    public var contextWindow: Int?
    /// The part of the context that is used, where the user caps it below `contextWindow`.
    public var contextTokens: Int?
    /// Tokens of input, where the service limits them apart.
    public var maxInputTokens: Int?
    /// The output limit to show and to write into configurations, as OpenClaw's own catalogue has it.
    public var maxTokens: Int?
    /// The largest output limit that the service is known to take: larger ones are clamped to it. `nil` never clamps.
    public var maxOutputTokens: Int?
    /// How the model reasons and how that is controlled.
    public var thinking: ThinkingSupport
    /// How the model calls tools.
    public var tools: ToolSupport
    /// How the model answers in JSON.
    public var structuredOutput: StructuredOutputSupport
    /// How the model's requests and streams differ from the OpenAI shapes.
    public var wire: WireShape
    /// How prompts are cached.
    public var caching: CachingSupport
    /// What the model takes as an embedding model of texts; `nil` when it is none.
    public var embedding: EmbeddingSupport?
    /// What the model takes as a rerank model of texts; `nil` when it is none.
    public var rerank: RerankSupport?
    /// Plans and endpoints that do not serve the model, with the reason. Advice, never a veto.
    public var notOn: [Unavailability]
    /// Prices by endpoint; empty when nobody published one.
    public var prices: [Price]
    /// Whether listings show the model only with `--all`.
    public var isHidden: Bool
    /// Whether the user wrote an entry of this id: such a model is always listed, whatever `notOn` says.
    public var isFromUser: Bool
    /// The model to use instead, when this one is being retired.
    public var replacedBy: ModelID?
    /// Where these facts come from, and the day they were checked.
    public var source: String
    public var checked: String

    public init(
        id: ModelID, name: String, family: String? = nil, input: [Modality] = [.text],
        alsoTakes: [Modality] = [], output: [Modality] = [.text], contextWindow: Int? = nil, contextTokens: Int? = nil,
        maxInputTokens: Int? = nil,
        maxTokens: Int? = nil, maxOutputTokens: Int? = nil,
        thinking: ThinkingSupport = ThinkingSupport(), tools: ToolSupport = ToolSupport(),
        structuredOutput: StructuredOutputSupport = StructuredOutputSupport(), wire: WireShape = WireShape(),
        caching: CachingSupport = CachingSupport(), embedding: EmbeddingSupport? = nil, rerank: RerankSupport? = nil,
        notOn: [Unavailability] = [], prices: [Price] = [],
        isHidden: Bool = false, isFromUser: Bool = false, replacedBy: ModelID? = nil, source: String = "",
        checked: String = ""
    ) {
        self.id = id
        self.name = name
        self.family = family
        self.input = input
        self.alsoTakes = alsoTakes
        self.output = output
        self.contextWindow = contextWindow
        self.contextTokens = contextTokens
        self.maxInputTokens = maxInputTokens
        self.maxTokens = maxTokens
        self.maxOutputTokens = maxOutputTokens
        self.thinking = thinking
        self.tools = tools
        self.structuredOutput = structuredOutput
        self.wire = wire
        self.caching = caching
        self.embedding = embedding
        self.rerank = rerank
        self.notOn = notOn
        self.prices = prices
        self.isHidden = isHidden
        self.isFromUser = isFromUser
        self.replacedBy = replacedBy
        self.source = source
        self.checked = checked
    }
}

extension ModelDescriptor {
    /// Whether the model takes a kind of content.
    public func takes(_ modality: Modality) -> Bool { input.contains(modality) || alsoTakes.contains(modality) }

    /// Whether the model answers chat requests: its output is text, alone or beside other kinds.
    public var isChat: Bool { output.contains(.text) }

    /// Whether the model can think at all.
    public var canThink: Bool { thinking.control != .never }

    /// Why an endpoint does not serve the model, `nil` when nothing speaks against it.
    public func unavailability(on endpoint: Endpoint) -> Unavailability? {
        notOn.first { $0.plan == endpoint.plan && ($0.endpoint == nil || $0.endpoint == endpoint.id) }
    }

    /// The price on an endpoint.
    public func price(on endpoint: Endpoint) -> Price? { prices.first { $0.applies(to: endpoint.id) } }
}
