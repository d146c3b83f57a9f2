import Inference

/// A JSON5 text with comments, mixed quotes, odd white space and either habit of trailing commas.
struct RandomDocument {
    private var random: SeededGenerator
    private(set) var comments = 0
    private let lineEnd: String
    private let isCompact: Bool

    init(random: SeededGenerator) {
        self.random = random
        lineEnd = self.random.pick(["\n", "\n", "\r\n", "\r"])
        isCompact = self.random.chance(15)
    }

    mutating func text() -> String {
        trivia(0) + object(JSONObject(fields(depth: 3)), level: 0) + trivia(0) + random.pick(["", lineEnd])
    }

    private mutating func fields(depth: Int) -> [(String, JSONValue)] {
        let count = Int.random(in: 0...5, using: &random)
        return SeededGenerator.keys.shuffled(using: &random).prefix(count).map { ($0, random.value(depth: depth)) }
    }

    private mutating func object(_ object: JSONObject, level: Int) -> String {
        container("{", "}", object.members, level: level) { document, member in
            document.key(member.key) + document.trivia(2) + ":" + document.gap() + document.trivia(2)
                + document.value(member.value, level: level + 1)
        }
    }

    private mutating func value(_ value: JSONValue, level: Int) -> String {
        switch value {
        case .null: return "null"
        case .bool(let flag): return "\(flag)"
        case .number(let number):
            return random.chance(10) && !number.text.hasPrefix("-") ? "+" + number.text : number.text
        case .string(let text): return quoted(text)
        case .array(let elements):
            return container("[", "]", elements, level: level) { $0.value($1, level: level + 1) }
        case .object(let object): return self.object(object, level: level)
        }
    }

    private mutating func container<Item>(
        _ open: String, _ close: String, _ items: [Item], level: Int,
        _ body: (inout RandomDocument, Item) -> String
    ) -> String {
        let isMultiline = !isCompact && random.chance(70)
        let indent = String(repeating: random.pick(["  ", "  ", "\t", "    "]), count: level + 1)
        var text = open + trivia(5)
        for (index, item) in items.enumerated() {
            if isMultiline { text += lineEnd + (random.chance(15) ? indent + comment() + lineEnd : "") + indent }
            text += body(&self, item) + trivia(4)
            let isLast = index == items.count - 1
            if !isLast || random.chance(30) { text += "," + (isMultiline ? "" : gap()) }
            if random.chance(12) { text += " " + comment() }
        }
        if isMultiline { text += lineEnd + (random.chance(15) ? comment() + lineEnd : "") + indent.dropLast() }
        return text + close
    }

    private mutating func gap() -> String { isCompact ? "" : random.pick(["", " ", " ", "  "]) }

    private mutating func trivia(_ percent: Int) -> String {
        random.chance(percent) ? random.pick(["", " ", lineEnd]) + comment() + random.pick(["", " ", "\u{A0}"]) : ""
    }

    /// Every comment is unique, so that a test can see which ones survive.
    private mutating func comment() -> String {
        comments += 1
        if isCompact || random.chance(50) { return "/*c\(comments);" + random.pick(["", " {", lineEnd]) + "*/" }
        return "// c\(comments); it's }" + lineEnd
    }

    private mutating func key(_ name: String) -> String {
        let isIdentifier = ["a", "b", "key", "$x", "ü", "null"].contains(name)
        return isIdentifier && random.chance(50) ? name : quoted(name)
    }

    private mutating func quoted(_ text: String) -> String {
        let quote: Unicode.Scalar = random.chance(50) ? "'" : "\""
        var result = String(quote)
        for scalar in text.unicodeScalars {
            switch scalar {
            case quote, "\\": result += "\\\(scalar)"
            case "\n": result += "\\n" + (random.chance(20) ? "\\\n" : "")
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + String(quote)
    }
}
