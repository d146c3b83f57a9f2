/// What is known of one model: limits, abilities and the shape of its wire. Facts only; all behaviour reads these fields.
public struct ModelDescriptor: Hashable, Sendable, Codable {
    /// The id on the wire.
    public var id: ModelID
    /// The name to show.
    public var name: String
    /// The family, for documentation.
    public var family: String?
    /// What the model takes.
    public var input: [Modality]
    /// What the model gives.
    public var output: [Modality]
    /// Tokens of input and output together.
    public var contextWindow: Int?
    /// Tokens of input, where the service limits them apart.
    public var maxInputTokens: Int?
    /// Tokens of output.
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
    /// Plans and endpoints that do not serve the model, with the reason. Advice, never a veto.
    public var notOn: [Unavailability]
    /// Prices by endpoint; empty when nobody published one.
    public var prices: [Price]
    /// Whether listings show the model only with `--all`.
    public var isHidden: Bool
    /// The model to use instead, when this one is being retired.
    public var replacedBy: ModelID?
    /// Where these facts come from, and the day they were checked.
    public var source: String
    public var checked: String
}

extension ModelDescriptor {
    /// Why an endpoint does not serve the model, `nil` when nothing speaks against it.
    public func unavailability(on endpoint: Endpoint) -> Unavailability? {
        notOn.first { $0.plan == endpoint.plan && ($0.endpoint == nil || $0.endpoint == endpoint.id) }
    }

    /// The price on an endpoint.
    public func price(on endpoint: Endpoint) -> Price? { prices.first { $0.endpoints.contains(endpoint.id) } }
}
