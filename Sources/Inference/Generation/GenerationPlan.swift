/// A generation as one model takes it: checked, with every choice made and every change written down.
public struct GenerationPlan: Hashable, Sendable, Codable {
    public var model: ModelID
    /// The protocol generation, for the codec.
    public var wire: String
    public var kind: Modality
    public var mode: GenerationMode
    /// What the service calls the mode, where it has to be told.
    public var function: String?
    public var isTask: Bool
    public var prompt: String?
    public var inputs: [PlannedInput]
    public var frame: PlannedFrame
    /// Length in seconds, or the model's word for "as long as it takes".
    public var seconds: Int?
    public var count: Int
    /// All other parameters under the model's own names.
    public var parameters: JSONObject
    public var normalizations: [Normalization]
    public var ignored: [IgnoredOverride]
    /// What the user should hear, for example that the prompt is too long.
    public var warnings: [String]
    /// `nil` when nobody published the price or the length is left to the model.
    public var cost: CostEstimate?
    public var typicalSeconds: Int?

    /// An input with the rule that it keeps.
    public struct PlannedInput: Hashable, Sendable, Codable {
        public var input: GenerationInput
        public var rule: InputRule

        public init(input: GenerationInput, rule: InputRule) {
            self.input = input
            self.rule = rule
        }
    }
}
