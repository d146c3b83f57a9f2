import Inference

/// Writes values as JSON text.
enum JSONText {
    /// A JSON string literal.
    static func quoted(_ text: String) -> String {
        var result = "\""
        append(text, quote: "\"", to: &result)
        return result + "\""
    }

    /// A value on one line (`indent` nil) or on several lines with two spaces per level.
    static func render(_ value: JSONValue, pretty: Bool = true) -> String {
        var result = ""
        append(value, indent: pretty ? "\n" : nil, to: &result)
        return result
    }

    static func append(_ text: String, quote: Unicode.Scalar, to result: inout String) {
        for scalar in text.unicodeScalars {
            switch scalar {
            case quote, "\\": result += "\\\(scalar)"
            case "\n": result += "\\n"
            case "\r": result += "\\r"
            case "\t": result += "\\t"
            case "\u{8}": result += "\\b"
            case "\u{C}": result += "\\f"
            case "\u{0}"..."\u{1F}", "\u{7F}", "\u{2028}", "\u{2029}": result += escaped(scalar)
            default: result.unicodeScalars.append(scalar)
            }
        }
    }

    private static func escaped(_ scalar: Unicode.Scalar) -> String {
        let digits = String(scalar.value, radix: 16)
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    }

    private static func append(_ value: JSONValue, indent: String?, to result: inout String) {
        switch value {
        case .null: result += "null"
        case .bool(let flag): result += flag ? "true" : "false"
        case .number(let number): result += number.text
        case .string(let text): result += quoted(text)
        case .array(let elements):
            list("[", "]", elements, indent: indent, to: &result) { append($0, indent: $1, to: &$2) }
        case .object(let object):
            list("{", "}", object.members, indent: indent, to: &result) { member, inner, text in
                text += quoted(member.key) + (inner == nil ? ":" : ": ")
                append(member.value, indent: inner, to: &text)
            }
        }
    }

    private static func list<Item>(
        _ open: String, _ close: String, _ items: [Item], indent: String?, to result: inout String,
        _ body: (Item, String?, inout String) -> Void
    ) {
        guard !items.isEmpty else {
            result += open + close
            return
        }
        let inner = indent.map { $0 + "  " }
        result += open
        for (index, item) in items.enumerated() {
            result += (index == 0 ? "" : ",") + (inner ?? "")
            body(item, inner, &result)
        }
        result += (indent ?? "") + close
    }
}
