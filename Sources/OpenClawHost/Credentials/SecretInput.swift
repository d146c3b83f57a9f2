package import Inference

/// A secret as it stands in a file: the value itself, or where to find it.
package enum SecretInput: Hashable, Sendable {
    case literal(Secret)
    case reference(SecretReference)

    /// Reads a string or a reference object. `${NAME}` and, with `takesMarkers`, the bare name of a variable refer to the
    /// environment. Empty strings and redaction placeholders are no secrets.
    package init?(_ value: JSONValue, takesMarkers: Bool = false) {
        if let reference = SecretReference(value) {
            self = .reference(reference)
            return
        }
        guard let text = value.string?.trimmingASCIIWhitespace(), !text.isEmpty, text != Self.redacted else {
            return nil
        }
        if let name = Self.placeholder(text) ?? (takesMarkers && Self.isVariableName(text) ? text : nil) {
            self = .reference(.variable(name))
        } else {
            self = .literal(Secret(text))
        }
    }

    /// What redacted listings show; a copied listing must not become a key.
    static let redacted = "__OPENCLAW_REDACTED__"

    /// The name in `${NAME}`, when the whole text is that.
    static func placeholder(_ text: String) -> String? {
        guard text.hasPrefix("${"), text.hasSuffix("}") else { return nil }
        let name = String(text.dropFirst(2).dropLast())
        return isVariableShape(name) ? name : nil
    }

    /// Whether a text is surely the name of a variable: upper case with an underscore, as no key is.
    static func isVariableName(_ text: String) -> Bool { text.contains("_") && isVariableShape(text) }

    private static func isVariableShape(_ text: String) -> Bool {
        guard let first = text.utf8.first, first == 0x5F || (0x41...0x5A).contains(first) else { return false }
        return text.utf8.allSatisfy { $0 == 0x5F || (0x41...0x5A).contains($0) || (0x30...0x39).contains($0) }
    }
}
