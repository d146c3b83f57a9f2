/// How a model generates pictures or videos: data that requests are checked and built from.
public struct GenerationSupport: Hashable, Sendable {
    public var model: ModelID
    /// What it makes.
    public var kind: Modality
    /// The generation of the service's protocol that it speaks, for the codec alone.
    public var wire: String
    /// Whether an answer is a task that has to be asked for later.
    public var isTask: Bool
    public var modes: [GenerationModeSupport]
    /// The model that takes over modes which this one lacks, for example frames.
    public var siblings: [GenerationMode: ModelID]
    /// How long a result usually takes.
    public var typicalSeconds: Int?
    public var prices: [GenerationPrice]
    /// The endpoints that serve it.
    public var endpoints: [EndpointID]
    /// Where the facts come from, and the day they were checked.
    public var source: String
    public var checked: String

    public init(
        model: ModelID, kind: Modality, wire: String, isTask: Bool, modes: [GenerationModeSupport],
        siblings: [GenerationMode: ModelID] = [:], typicalSeconds: Int? = nil, prices: [GenerationPrice] = [],
        endpoints: [EndpointID] = [],
        source: String = "", checked: String = ""
    ) {
        self.model = model
        self.kind = kind
        self.wire = wire
        self.isTask = isTask
        self.modes = modes
        self.siblings = siblings
        self.typicalSeconds = typicalSeconds
        self.prices = prices
        self.endpoints = endpoints
        self.source = source
        self.checked = checked
    }
}
