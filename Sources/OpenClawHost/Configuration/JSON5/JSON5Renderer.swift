import Inference

/// Writes values in the style of a text.
struct JSON5Renderer {
    var style: JSON5Style

    /// A value whose first line follows other text.
    ///
    /// - Parameter indent: the blanks before the closing bracket; `nil` writes everything on one line.
    func text(_ value: JSONValue, indent: String?) -> String {
        switch value {
        case .null: return "null"
        case .bool(let flag): return flag ? "true" : "false"
        case .number(let number): return number.text
        case .string(let text): return quoted(text, style.stringQuote)
        case .array(let elements): return list(elements, indent: indent)
        case .object(let object):
            guard !object.isEmpty else { return "{}" }
            guard let indent else {
                let members = object.members.map { member($0.key, $0.value, indent: nil) }
                return "{" + style.padding + members.joined(separator: "," + style.gap) + style.padding + "}"
            }
            return lines("{", "}", object.members, indent: indent) { member($0.key, $0.value, indent: $1) }
        }
    }

    func member(_ key: String, _ value: JSONValue, indent: String?) -> String {
        self.key(key) + ":" + style.gap + text(value, indent: indent)
    }

    func key(_ name: String) -> String {
        switch style.keyQuote {
        case .none where Self.isIdentifier(name): name
        case .none: quoted(name, style.stringQuote)
        case .single: quoted(name, "'")
        case .double: quoted(name, "\"")
        }
    }

    private func list(_ elements: [JSONValue], indent: String?) -> String {
        guard !elements.isEmpty else { return "[]" }
        let isFlat = elements.allSatisfy { $0.array == nil && $0.object == nil }
        let inline = { "[" + elements.map { text($0, indent: nil) }.joined(separator: "," + style.gap) + "]" }
        guard let indent else { return inline() }
        if isFlat, style.hasInlineLists, case let line = inline(), line.count <= 80 { return line }
        return lines("[", "]", elements, indent: indent) { text($0, indent: $1) }
    }

    private func lines<Item>(
        _ open: String, _ close: String, _ items: [Item], indent: String, _ body: (Item, String) -> String
    ) -> String {
        let inner = indent + style.indent
        let separator = "," + style.lineEnd + inner
        let content = items.map { body($0, inner) }.joined(separator: separator)
        return open + style.lineEnd + inner + content + (style.hasTrailingCommas ? "," : "") + style.lineEnd + indent
            + close
    }

    private func quoted(_ text: String, _ quote: Unicode.Scalar) -> String {
        var result = String(quote)
        JSONText.append(text, quote: quote, to: &result)
        result.unicodeScalars.append(quote)
        return result
    }

    private static func isIdentifier(_ name: String) -> Bool {
        guard let first = name.unicodeScalars.first, first.isASCII, first.isIdentifier(first: true) else {
            return false
        }
        return name.unicodeScalars.allSatisfy { $0.isASCII && $0.isIdentifier(first: false) }
    }
}
