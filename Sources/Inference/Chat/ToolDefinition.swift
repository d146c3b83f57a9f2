/// A function that the model may call.
public struct ToolDefinition: Hashable, Sendable {
    /// The name, letters, digits, `_` and `-`.
    public var name: String
    /// What it does and when to call it; the model reads this.
    public var description: String?
    /// The parameters as a JSON Schema; `nil` for a function without any.
    public var parameters: JSONValue?
    /// Whether the model must keep to the schema exactly, where it can.
    public var strict: Bool?

    public init(name: String, description: String? = nil, parameters: JSONValue? = nil, strict: Bool? = nil) {
        self.name = name
        self.description = description
        self.parameters = parameters
        self.strict = strict
    }

    /// The tool as an element of `tools`.
    public var value: JSONValue {
        var function = JSONObject([("name", .string(name))])
        function["description"] = description.map { .string($0) }
        function["parameters"] = parameters ?? ["type": "object", "properties": [:]]
        function["strict"] = strict.map { .bool($0) }
        return ["type": "function", "function": .object(function)]
    }
}
