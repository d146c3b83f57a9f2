import Inference

/// Random values, and random spellings of them: white space, escapes and long texts in all places.
struct RandomJSON {
    var generator: SeededGenerator

    init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

    static let keys = ["a", "b", "model", "messages", "ключ", "k\"q", "tab\t", "long key with spaces", "", "😀"]

    mutating func value(depth: Int = 0) -> JSONValue {
        switch Int.random(in: 0..<(depth > 4 ? 5 : 8), using: &generator) {
        case 0: return .null
        case 1: return .bool(Bool.random(using: &generator))
        case 2: return .number(JSONNumber(verbatim: number()))
        case 3, 4: return .string(text())
        case 5, 6: return .object(object(depth: depth))
        default: return .array((0..<Int.random(in: 0..<6, using: &generator)).map { _ in value(depth: depth + 1) })
        }
    }

    mutating func object(depth: Int = 0) -> JSONObject {
        var object = JSONObject()
        for _ in 0..<Int.random(in: 0..<6, using: &generator) { object[key()] = value(depth: depth + 1) }
        return object
    }

    mutating func key() -> String { Self.keys.randomElement(using: &generator) ?? "" }

    mutating func number() -> String {
        ["0", "-0", "1", "-17", "3.25", "1e3", "1E-7", "123456789012345678901234567890", "0.1e+2"]
            .randomElement(using: &generator) ?? "0"
    }

    mutating func text() -> String {
        let pieces = [
            "", "plain", "with \"quotes\"", "back\\slash", "line\nbreak", "é", "日本", "👩‍👩‍👧", "\u{1}", "/", "{[,:]}",
        ]
        var text = ""
        for _ in 0..<Int.random(in: 0..<4, using: &generator) { text += pieces.randomElement(using: &generator) ?? "" }
        if Int.random(in: 0..<12, using: &generator) == 0 { text += String(repeating: "filler ", count: 120) }
        return text
    }

    /// A random spelling of a value.
    mutating func spelling(of value: JSONValue) -> String {
        switch value {
        case .array(let elements):
            return "[" + elements.map { space() + spelling(of: $0) + space() }.joined(separator: ",") + "]"
        case .object(let object):
            let members = object.members.map {
                space() + spelling(of: .string($0.key)) + space() + ":" + space() + spelling(of: $0.value) + space()
            }
            return "{" + space() + members.joined(separator: ",") + "}"
        case .string(let text):
            guard Int.random(in: 0..<4, using: &generator) == 0 else { return value.text }
            return "\"" + text.utf16.map { "\\u" + Self.hex($0) }.joined() + "\""
        default: return value.text
        }
    }

    private mutating func space() -> String {
        ["", "", "", " ", "\n", "\r\n\t", "    "].randomElement(using: &generator) ?? ""
    }

    private static func hex(_ unit: UInt16) -> String {
        let digits = String(unit, radix: 16)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }
}
