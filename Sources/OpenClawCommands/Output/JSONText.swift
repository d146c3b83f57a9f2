package import Inference

/// JSON as text with a stable order of members.
package enum JSONText {
    /// Indented by two spaces; empty arrays and objects stay on their line.
    package static func pretty(_ value: JSONValue) -> String {
        var text = ""
        append(value, depth: 0, to: &text)
        return text
    }

    private static func append(_ value: JSONValue, depth: Int, to text: inout String) {
        switch value {
        case .null: text += "null"
        case .bool(let flag): text += flag ? "true" : "false"
        case .number(let number): text += number.text
        case .string(let string): appendString(string, to: &text)
        case .array(let elements):
            appendList(elements, open: "[", close: "]", depth: depth, to: &text) { element, text in
                append(element, depth: depth + 1, to: &text)
            }
        case .object(let object):
            appendList(object.members, open: "{", close: "}", depth: depth, to: &text) { member, text in
                appendString(member.key, to: &text)
                text += ": "
                append(member.value, depth: depth + 1, to: &text)
            }
        }
    }

    private static func appendList<Element>(
        _ elements: [Element], open: String, close: String, depth: Int, to text: inout String,
        each: (Element, inout String) -> Void
    ) {
        text += open
        for (index, element) in elements.enumerated() {
            text += (index == 0 ? "\n" : ",\n") + String(repeating: "  ", count: depth + 1)
            each(element, &text)
        }
        if !elements.isEmpty { text += "\n" + String(repeating: "  ", count: depth) }
        text += close
    }

    private static func appendString(_ string: String, to text: inout String) {
        text += "\""
        for scalar in string.unicodeScalars {
            switch scalar {
            case "\"": text += "\\\""
            case "\\": text += "\\\\"
            case "\n": text += "\\n"
            case "\r": text += "\\r"
            case "\t": text += "\\t"
            case _ where scalar.value < 0x20:
                let digits = String(scalar.value, radix: 16)
                text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        text += "\""
    }
}
