package import Inference

extension ConfigurationSchema {
    /// The schema for editors, as JSON Schema (draft 2020-12).
    package func jsonSchema(title: String) -> JSONValue {
        var object = JSONObject([
            ("$schema", "https://json-schema.org/draft/2020-12/schema"), ("title", .string(title)),
        ])
        for member in body.members { object[member.key] = member.value }
        return .object(object)
    }

    private var body: JSONObject {
        var object = JSONObject(keywords)
        if !summary.isEmpty { object["description"] = .string(summary) }
        if isSecret { object["writeOnly"] = true }
        return object
    }

    private var keywords: [(String, JSONValue)] {
        switch kind {
        case .any: []
        case .boolean: [("type", "boolean")]
        case .text: [("type", "string")]
        case .choice(let values): [("type", "string"), ("enum", .array(values.map(JSONValue.string)))]
        case .integer(let range):
            [("type", "integer"), ("minimum", .int(range.lowerBound))]
                + (range.upperBound == .max ? [] : [("maximum", .int(range.upperBound))])
        case .number(let minimum, let exclusive):
            [("type", "number"), (exclusive ? "exclusiveMinimum" : "minimum", .number(JSONNumber(minimum)))]
        case .list(let element): [("type", "array"), ("items", .object(element.body))]
        case .map(let value): [("type", "object"), ("additionalProperties", .object(value.body))]
        case .either(let schemas): [("anyOf", .array(schemas.map { .object($0.body) }))]
        case .object(let properties, let others): objectKeywords(properties, others)
        }
    }

    private func objectKeywords(
        _ properties: [Property], _ others: ConfigurationSchema?
    ) -> [(String, JSONValue)] {
        let required = properties.filter(\.isRequired).map { JSONValue.string($0.name) }
        let include = ("$include", Self.include.body)
        let members = [include] + properties.map { ($0.name, $0.schema.body) }
        return [
            ("type", "object"),
            ("properties", .object(JSONObject(members.map { ($0, .object($1)) }))),
            ("additionalProperties", others.map { .object($0.body) } ?? false),
        ] + (required.isEmpty ? [] : [("required", .array(required))])
    }

    private static let include = either(
        [text("A file."), list(text("A file."), "Several files, merged in order.")],
        "Files with further keys of this object, relative to this file.")
}
