/// The form an answer must have.
public enum ResponseFormat: Hashable, Sendable {
    /// Free text.
    case text
    /// Any JSON object.
    case jsonObject
    /// JSON that a schema describes.
    case jsonSchema(name: String, schema: JSONValue, strict: Bool? = nil)
    /// A format that this version does not know, or a schema with more members, as it came.
    case other(JSONValue)

    /// Reads the member `response_format`.
    public init(_ value: JSONValue) {
        let format: ResponseFormat?
        switch value["type"]?.string {
        case "text"?: format = .text
        case "json_object"?: format = .jsonObject
        case "json_schema"?: format = Self.schema(value["json_schema"])
        default: format = nil
        }
        self = format.flatMap { $0.value == value ? $0 : nil } ?? .other(value)
    }

    private static func schema(_ value: JSONValue?) -> ResponseFormat? {
        guard let name = value?["name"]?.string, let schema = value?["schema"] else { return nil }
        return .jsonSchema(name: name, schema: schema, strict: value?["strict"]?.bool)
    }

    /// The format as the member `response_format`.
    public var value: JSONValue {
        switch self {
        case .text: return ["type": "text"]
        case .jsonObject: return ["type": "json_object"]
        case .jsonSchema(let name, let schema, let strict):
            var members: JSONObject = JSONObject([("name", .string(name)), ("schema", schema)])
            members["strict"] = strict.map { .bool($0) }
            return ["type": "json_schema", "json_schema": .object(members)]
        case .other(let value): return value
        }
    }

    /// Whether the answer must be JSON.
    public var isJSON: Bool {
        switch self {
        case .text: false
        case .jsonObject, .jsonSchema: true
        case .other(let value): value["type"]?.string?.hasPrefix("json") ?? false
        }
    }
}
