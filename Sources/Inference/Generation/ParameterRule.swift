/// A parameter of a model's own: its name, its type and its values.
public struct ParameterRule: Hashable, Sendable {
    public var name: String
    public var type: ValueType
    /// The only values of a text; empty takes all.
    public var values: [String]
    /// Bounds of a number, or of the length of a list.
    public var range: ClosedRange<Double>?
    /// What the service assumes when it is not sent.
    public var initial: JSONValue?
    /// Whether the service assumes nothing, so that ``initial`` has to be sent.
    public var isRequired: Bool
    /// The role of whose inputs a list has one element for each.
    public var eachOf: InputRole?
    /// What another parameter has to be.
    public var condition: GenerationPrice.Condition?

    /// The JSON type of a parameter.
    public enum ValueType: String, Hashable, Sendable { case text, flag, integer, number, list, object }

    public init(
        name: String, type: ValueType, values: [String] = [], range: ClosedRange<Double>? = nil,
        initial: JSONValue? = nil, isRequired: Bool = false
    ) {
        self.name = name
        self.type = type
        self.values = values
        self.range = range
        self.initial = initial
        self.isRequired = isRequired
    }
}
