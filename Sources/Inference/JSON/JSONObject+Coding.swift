/// As part of a value of your own, an object is the text of its document: order and numbers stay as they were written.
extension JSONObject: Codable {
    public init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let text = try container.decode(String.self)
        guard let value = try? JSONValue(parsing: text), let object = value.object else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "expected the text of an object")
        }
        self = object
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.singleValueContainer()
        try container.encode(String(decoding: JSONValue.object(self).serialized(), as: UTF8.self))
    }
}
