/// A model as the user wrote it in the configuration, under `models.providers.<id>.models[]`. Absent means not said.
public struct UserModelRow: Hashable, Sendable {
    /// The id on the wire.
    public var id: ModelID
    /// The name to show.
    public var name: String?
    /// Whether the model reasons.
    public var reasoning: Bool?
    /// What the model takes.
    public var input: [Modality]?
    /// What the model costs.
    public var cost: UserModelCost?
    /// Tokens of input and output together.
    public var contextWindow: Int?
    /// The part of the context to use.
    public var contextTokens: Int?
    /// The output limit.
    public var maxTokens: Int?
    /// How the model's wire differs from the OpenAI shapes.
    public var compat: UserModelCompat?

    public init(
        id: ModelID, name: String? = nil, reasoning: Bool? = nil, input: [Modality]? = nil, cost: UserModelCost? = nil,
        contextWindow: Int? = nil, contextTokens: Int? = nil, maxTokens: Int? = nil, compat: UserModelCompat? = nil
    ) {
        self.id = id
        self.name = name
        self.reasoning = reasoning
        self.input = input
        self.cost = cost
        self.contextWindow = contextWindow
        self.contextTokens = contextTokens
        self.maxTokens = maxTokens
        self.compat = compat
    }
}
