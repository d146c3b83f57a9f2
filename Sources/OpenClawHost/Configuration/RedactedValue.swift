package import Inference

/// Configuration values as they may be shown: secrets are replaced.
package enum RedactedValue {
    /// What stands where a secret would.
    package static let placeholder = "__OPENCLAW_REDACTED__"

    /// A value with every secret in it replaced. Texts with unset variables stand as they are written.
    package static func json(
        _ value: ConfigurationValue, at path: ConfigurationPath, schema: ConfigurationSchema = .openclaw
    ) -> JSONValue {
        switch value.content {
        case .object(let members):
            return .object(
                JSONObject(members.map { ($0.key, json($0.value, at: path.appending($0.key), schema: schema)) }))
        case .array(let elements):
            return .array(elements.enumerated().map { json($1, at: path.appending($0), schema: schema) })
        case .unresolved(let text, _): return .string(text)
        case .string(let text): return .string(isSecret(text, at: path, schema) ? placeholder : text)
        case .number: return isSecret("", at: path, schema) ? .string(placeholder) : value.json ?? .null
        case .null, .bool: return value.json ?? .null
        }
    }

    /// Every text that is replaced when the value is shown, so that it can be kept out of other outputs too.
    package static func secrets(
        in value: ConfigurationValue, at path: ConfigurationPath = .root, schema: ConfigurationSchema = .openclaw
    ) -> [Secret] {
        switch value.content {
        case .object(let members):
            members.flatMap { secrets(in: $0.value, at: path.appending($0.key), schema: schema) }
        case .array(let elements):
            elements.enumerated().flatMap { secrets(in: $1, at: path.appending($0), schema: schema) }
        case .string(let text): isSecret(text, at: path, schema) ? [Secret(text)] : []
        case .null, .bool, .number, .unresolved: []
        }
    }

    /// Whether a value holds a placeholder, as when redacted output is written back.
    package static func holdsPlaceholder(_ value: JSONValue) -> Bool {
        switch value {
        case .string(let text): text.suffix(behind: placeholder) != nil
        case .array(let elements): elements.contains(where: holdsPlaceholder)
        case .object(let object): object.members.contains { holdsPlaceholder($0.value) }
        case .null, .bool, .number: false
        }
    }

    private static func isSecret(_ text: String, at path: ConfigurationPath, _ schema: ConfigurationSchema) -> Bool {
        let name = path.components.last { if case .key = $0 { true } else { false } }?.key ?? ""
        if schema.schema(at: path)?.isSecret == true || SensitiveText.isSecretName(name) { return true }
        return KeyShape.scrub(text) != text || holdsUserInfo(text)
    }

    /// Whether a URL carries a password.
    private static func holdsUserInfo(_ text: String) -> Bool {
        guard let rest = text.suffix(behind: "://") else { return false }
        return rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }.contains("@")
    }
}
