import Inference

extension ConfigurationSchema {
    /// What is wrong with a value, in the order of the file. Messages never hold a secret.
    package func validate(_ value: ConfigurationValue, at path: ConfigurationPath = .root) -> [ConfigurationIssue] {
        switch kind {
        case .any: return []
        case .either(let schemas): return validateEither(schemas, value, at: path)
        case .object(let properties, let others):
            guard case .object(let members) = value.content else { return mismatch(value, at: path) }
            return validate(members, of: value, properties, others, at: path)
        case .map(let schema):
            guard case .object(let members) = value.content else { return mismatch(value, at: path) }
            return members.flatMap { schema.validate($0.value, at: path.appending($0.key)) }
        case .list(let element):
            guard case .array(let elements) = value.content else { return mismatch(value, at: path) }
            return elements.enumerated().flatMap { element.validate($1, at: path.appending($0)) }
        case .boolean, .text, .choice, .integer, .number:
            return accepts(value) ? [] : mismatch(value, at: path)
        }
    }

    private func validate(
        _ members: [ConfigurationMember], of value: ConfigurationValue, _ properties: [Property],
        _ others: ConfigurationSchema?, at path: ConfigurationPath
    ) -> [ConfigurationIssue] {
        var issues = members.flatMap { member in
            let path = path.appending(member.key)
            if let known = properties.first(where: { $0.name == member.key })?.schema ?? others {
                return known.validate(member.value, at: path)
            }
            return [Self.unknownKey(member, properties.map(\.name), at: path)]
        }
        for property in properties where property.isRequired && value[property.name] == nil {
            let message = "expected the key '\(property.name)'"
            issues.append(ConfigurationIssue(.error, path, message, origin: value.origin))
        }
        return issues
    }

    private static func unknownKey(
        _ member: ConfigurationMember, _ known: [String], at path: ConfigurationPath
    ) -> ConfigurationIssue {
        ConfigurationIssue(
            .warning, path, "unknown key '\(member.key)'", origin: member.origin,
            suggestion: NearMiss.closest(to: member.key, among: known), consequence: unknownKeyConsequence)
    }

    static let unknownKeyConsequence = "it is kept and has no effect"

    /// The alternative that fits the kind of the value says what is wrong with it.
    private func validateEither(
        _ schemas: [ConfigurationSchema], _ value: ConfigurationValue, at path: ConfigurationPath
    ) -> [ConfigurationIssue] {
        guard let fitting = schemas.first(where: { $0.hasKind(of: value) }) else { return mismatch(value, at: path) }
        return fitting.validate(value, at: path)
    }

    private func hasKind(of value: ConfigurationValue) -> Bool {
        switch (kind, value.content) {
        case (.any, _), (.boolean, .bool), (.text, .string), (.text, .unresolved), (.choice, .string),
            (.choice, .unresolved), (.integer, .number), (.number, .number), (.list, .array), (.map, .object),
            (.object, .object):
            true
        case (.either(let schemas), _): schemas.contains { $0.hasKind(of: value) }
        default: false
        }
    }

    private func accepts(_ value: ConfigurationValue) -> Bool {
        guard hasKind(of: value) else { return false }
        switch kind {
        case .choice(let values): return value.string.map(values.contains) ?? true
        case .integer(let range): return value.int.map(range.contains) ?? false
        case .number(let minimum, let exclusive):
            guard case .number(let number) = value.content, let double = number.double else { return false }
            return double.isFinite && (exclusive ? double > minimum : double >= minimum)
        default: return true
        }
    }

    private func mismatch(_ value: ConfigurationValue, at path: ConfigurationPath) -> [ConfigurationIssue] {
        var issue = ConfigurationIssue(
            .error, path, "expected \(expectation), found \(found(value))", origin: value.origin)
        if case .choice(let values) = kind {
            issue.allowedValues = values
            issue.suggestion = value.string.flatMap { NearMiss.closest(to: $0, among: values) }
        }
        return [issue]
    }

    /// What is expected, in words.
    var expectation: String {
        switch kind {
        case .any: "any value"
        case .boolean: "true or false"
        case .text: "a text"
        case .choice(let values): "one of " + values.map { "'\($0)'" }.joined(separator: ", ")
        case .integer(let range) where range.upperBound == .max: "a whole number of at least \(range.lowerBound)"
        case .integer(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
        case .number(let minimum, let exclusive): "a number \(exclusive ? "above" : "of at least") \(Int(minimum))"
        case .list: "a list"
        case .map, .object: "an object"
        case .either(let schemas): schemas.map(\.expectation).joined(separator: " or ")
        }
    }

    private func found(_ value: ConfigurationValue) -> String {
        switch value.content {
        case .null: "null"
        case .bool(let flag): "\(flag)"
        case .number where isSecret: "a number"
        case .number(let number): number.text
        case .string where isSecret: "a text"
        case .string(let text): KeyShape.scrub("'\(text.prefix(80))'")
        case .unresolved: "a variable that is not set"
        case .array: "a list"
        case .object: "an object"
        }
    }
}
