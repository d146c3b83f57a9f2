/// Makes a value that validates against a JSON schema, with words of the prompt where strings are free.
struct SchemaInstance {
    private static let deepest = 12

    let root: JSON
    let prompt: Prompt
    /// The value for a string that names a place, a person or a query.
    let entity: String
    /// Whether optional properties are filled too.
    let fillsOptional: Bool

    init(root: JSON, prompt: Prompt, entity: String? = nil, fillsOptional: Bool = true) {
        self.root = root
        self.prompt = prompt
        self.fillsOptional = fillsOptional
        self.entity =
            entity ?? prompt.quotes.first ?? prompt.names.first ?? prompt.contentWords.last
            ?? (prompt.subject.isEmpty ? "example" : prompt.subject)
    }

    func make() -> JSON { value(root, name: "", depth: 0) }

    private func value(_ schema: JSON, name: String, depth: Int) -> JSON {
        let schema = resolved(schema, depth: depth)
        if let constant = schema.object?["const"] { return constant }
        if let options = schema["enum"]?.array, let first = options.first {
            return options.first { $0.string.map(prompt.mentions) ?? false } ?? first
        }
        if let branch = (schema["anyOf"] ?? schema["oneOf"])?.array?.first(where: { $0["type"]?.string != "null" }) {
            return value(branch, name: name, depth: depth + 1)
        }
        let types = schema["type"]?.strings ?? [schema["type"]?.string ?? implied(schema)]
        switch types.first(where: { $0 != "null" }) ?? "null" {
        case "object": return object(schema, depth: depth)
        case "array": return array(schema, name: name, depth: depth)
        case "integer": return .integer(Int(number(schema, whole: true)))
        case "number": return .number(number(schema, whole: false))
        case "boolean": return true
        case "null": return nil
        default: return .string(string(schema, name: name))
        }
    }

    private func implied(_ schema: JSON) -> String {
        if schema["properties"] != nil { return "object" }
        return schema["items"] != nil ? "array" : "string"
    }

    private func resolved(_ schema: JSON, depth: Int) -> JSON {
        if let reference = schema["$ref"]?.string, depth < Self.deepest {
            var target: JSON? = root
            for step in reference.split(separator: "/").dropFirst() { target = target?[String(step)] }
            return target ?? [:]
        }
        guard let parts = schema["allOf"]?.array else { return schema }
        return parts.reduce(schema) { merged, part in
            let part = resolved(part, depth: depth + 1)
            guard let left = merged.object, let right = part.object else { return merged }
            var both = left.merging(right)
            both["allOf"] = nil
            if let first = left["properties"]?.object, let second = right["properties"]?.object {
                both["properties"] = .object(first.merging(second))
            }
            return .object(both)
        }
    }

    private func object(_ schema: JSON, depth: Int) -> JSON {
        let required = Set(schema["required"]?.strings ?? [])
        let properties = schema["properties"]?.object?.members ?? []
        var made = JSONObject()
        for member in properties {
            let isWanted = required.contains(member.key) || (fillsOptional && depth < Self.deepest / 2)
            guard isWanted || (required.isEmpty && made.members.isEmpty), depth < Self.deepest else { continue }
            made[member.key] = value(member.value, name: member.key, depth: depth + 1)
        }
        for key in schema["required"]?.strings ?? [] where made[key] == nil { made[key] = .string(entity) }
        return .object(made)
    }

    private func array(_ schema: JSON, name: String, depth: Int) -> JSON {
        if let prefix = schema["prefixItems"]?.array {
            return .array(prefix.map { value($0, name: name, depth: depth + 1) })
        }
        guard depth < Self.deepest else { return .array([]) }
        let least = schema["minItems"]?.int ?? 1
        let count = min(max(least, 1), schema["maxItems"]?.int ?? Int.max)
        let items = schema["items"] ?? ["type": "string"]
        return .array(
            (0..<count).map { index in
                let made = value(items, name: name, depth: depth + 1)
                guard index > 0, schema["uniqueItems"]?.bool == true else { return made }
                return varied(made, index)
            })
    }

    private func varied(_ value: JSON, _ index: Int) -> JSON {
        switch value {
        case .string(let text): .string("\(text) \(index + 1)")
        case .integer(let number): .integer(number + index)
        case .number(let number): .number(number + Double(index))
        default: value
        }
    }

    private func number(_ schema: JSON, whole: Bool) -> Double {
        let low = schema["minimum"]?.double ?? schema["exclusiveMinimum"]?.double.map { $0 + (whole ? 1 : 0.5) }
        let high = schema["maximum"]?.double ?? schema["exclusiveMaximum"]?.double.map { $0 - (whole ? 1 : 0.5) }
        var value = prompt.numbers.first { number in
            (low.map { number >= $0 } ?? true) && (high.map { number <= $0 } ?? true)
                && (!whole || Int(exactly: number) != nil)
        }
        value = value ?? low ?? high.map { min($0, 1) } ?? (whole ? 1 : 1.5)
        if let step = schema["multipleOf"]?.double, step > 0, let current = value {
            value = (current / step).rounded(.up) * step
        }
        return value ?? 1
    }

    private func string(_ schema: JSON, name: String) -> String {
        switch schema["format"]?.string {
        case "date"?: return "2026-11-23"
        case "date-time"?: return "2026-11-23T08:00:00Z"
        case "time"?: return "08:00:00Z"
        case "email"?: return "someone@example.com"
        case "uri"?, "url"?: return "https://example.com/"
        case "uuid"?: return "3f2504e0-4f89-41d3-9a0c-0305e82c3301"
        case "ipv4"?: return "192.0.2.1"
        default: break
        }
        var text = entity
        let least = schema["minLength"]?.int ?? 0
        while text.count < least { text += text.isEmpty ? "x" : " \(entity)" }
        return String(text.prefix(schema["maxLength"]?.int ?? Int.max))
    }
}
