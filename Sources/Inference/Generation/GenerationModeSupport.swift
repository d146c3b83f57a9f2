/// One way in which a model generates: what it takes, what can be chosen.
public struct GenerationModeSupport: Hashable, Sendable {
    public var mode: GenerationMode
    public var isPromptRequired: Bool
    /// Whether words have a place in the request at all.
    public var takesPrompt: Bool
    /// Characters of the prompt that count; longer ones the service cuts silently.
    public var promptLimit: Int?
    public var inputs: [InputRule]
    /// All inputs together.
    public var inputCount: ClosedRange<Int>?
    /// Sets of roles that may come together; empty allows all.
    public var combinations: [[InputRole]]
    public var geometry: FrameGeometry
    public var length: LengthRule?
    /// How many results one request may ask for, and what the service makes of a request that does not say.
    public var count: ClosedRange<Int>
    public var initialCount: Int
    /// Other bounds of the number, which a parameter switches on.
    public var countWith: ConditionalCount?
    /// Another choice of sizes, which a parameter switches on.
    public var geometryWith: ConditionalGeometry?
    /// The parameter that says how many results there may be, where it is not the number of results.
    public var countParameter: String?
    /// The parameter that has to be on for this way; `nil` for ways that need none.
    public var switchParameter: String?
    /// Parameters by name, those of all models (`seed`, `watermark`, `audio`, `negative_prompt`) included where they exist.
    public var parameters: [ParameterRule]
    /// What the service calls this way, where it has to be told; for the codec alone.
    public var function: String?

    public init(
        mode: GenerationMode, isPromptRequired: Bool, takesPrompt: Bool = true, promptLimit: Int? = nil,
        inputs: [InputRule] = [],
        inputCount: ClosedRange<Int>? = nil, combinations: [[InputRole]] = [], geometry: FrameGeometry = .fixed,
        length: LengthRule? = nil, count: ClosedRange<Int> = 1...1, initialCount: Int = 1,
        parameters: [ParameterRule] = []
    ) {
        self.mode = mode
        self.isPromptRequired = isPromptRequired
        self.takesPrompt = takesPrompt
        self.promptLimit = promptLimit
        self.inputs = inputs
        self.inputCount = inputCount
        self.combinations = combinations
        self.geometry = geometry
        self.length = length
        self.count = count
        self.initialCount = initialCount
        self.parameters = parameters
    }

    /// How many results there may be, with these parameters.
    func count(with parameters: JSONObject) -> ClosedRange<Int> {
        guard let countWith, parameters[countWith.parameter]?.bool == true else { return count }
        return countWith.range
    }

    /// The sizes that there are with these parameters.
    func geometry(with parameters: JSONObject) -> FrameGeometry {
        guard let geometryWith, parameters[geometryWith.parameter]?.bool == true else { return geometry }
        return geometryWith.geometry
    }

    /// A parameter of the mode.
    public func parameter(_ name: String) -> ParameterRule? { parameters.first { $0.name == name } }
}
