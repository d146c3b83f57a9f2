/// How a model answers in JSON.
public struct StructuredOutputSupport: Hashable, Sendable {
    /// Whether `response_format: json_object` is taken.
    public var jsonObject: Bool
    /// Whether `response_format: json_schema` is taken.
    public var jsonSchema: Bool
    /// Whether a format is honoured while the model thinks.
    public var worksWithThinking: Bool

    public init(jsonObject: Bool = true, jsonSchema: Bool = false, worksWithThinking: Bool = false) {
        self.jsonObject = jsonObject
        self.jsonSchema = jsonSchema
        self.worksWithThinking = worksWithThinking
    }
}
