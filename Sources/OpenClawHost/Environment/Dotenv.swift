/// Reads `NAME=value` files.
///
/// Comments, `export`, single, double and backtick quotes (also over several lines) are understood; `$NAME` and commands
/// in values are never expanded. In double quotes `\n`, `\r`, `\t`, `\"` and `\\` are escapes. Of equal names the last counts.
package struct Dotenv: Sendable, Hashable {
    package struct Entry: Sendable, Hashable {
        package var name: String
        package var value: String
        package var line: Int
    }

    package private(set) var entries: [Entry] = []
    /// The lines that are neither empty, comments nor variables.
    package private(set) var unreadableLines: [Int] = []

    package init(_ bytes: [UInt8]) {
        var text = Substring(Self.withUnixLineEnds(bytes))
        var line = 1
        while !text.isEmpty {
            let start = line
            let statement = Self.takeStatement(from: &text, line: &line)
            read(statement, at: start)
        }
    }

    private mutating func read(_ statement: Substring, at line: Int) {
        var rest = statement.drop { $0 == " " || $0 == "\t" }
        guard let first = rest.first, first != "#" else { return }
        if rest.hasPrefix("export "), let name = rest.dropFirst(7).first, name != "=" {
            rest = rest.dropFirst(7).drop { $0 == " " || $0 == "\t" }
        }
        let name = rest.prefix { $0.isASCII && ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "." || $0 == "-") }
        let afterName = rest.dropFirst(name.count).drop { $0 == " " || $0 == "\t" }
        guard !name.isEmpty, name.first?.isNumber == false, afterName.first == "=" else {
            unreadableLines.append(line)
            return
        }
        entries.removeAll { $0.name == name }
        entries.append(Entry(name: String(name), value: Self.value(afterName.dropFirst()), line: line))
    }

    private static func value(_ text: Substring) -> String {
        let text = text.drop { $0 == " " || $0 == "\t" }
        guard let quote = text.first, "'\"`".contains(quote), let end = closingQuote(of: text) else {
            return unquoted(text)
        }
        let inside = text[text.index(after: text.startIndex)..<end]
        return quote == "\"" ? unescaped(inside) : String(inside)
    }

    /// The text up to a comment, without white space around it.
    private static func unquoted(_ text: Substring) -> String {
        var previous: Character = " "
        let value = text.prefix { character in
            defer { previous = character }
            return !(character == "#" && (previous == " " || previous == "\t"))
        }
        let end = value.lastIndex { !" \t\r\n".contains($0) }
        return end.map { String(value[...$0]) } ?? ""
    }

    private static func unescaped(_ text: Substring) -> String {
        var result = ""
        var rest = text
        while let character = rest.popFirst() {
            guard character == "\\", let next = rest.first, let meaning = escapes[next] else {
                result.append(character)
                continue
            }
            rest.removeFirst()
            result.append(meaning)
        }
        return result
    }

    private static let escapes: [Character: Character] = ["n": "\n", "r": "\r", "t": "\t", "\"": "\"", "\\": "\\"]

    /// Takes one line, or as many as the quotes of its value span.
    private static func takeStatement(from text: inout Substring, line: inout Int) -> Substring {
        let lineEnd = text.firstIndex(of: "\n") ?? text.endIndex
        var end = lineEnd
        if let equals = text[..<lineEnd].firstIndex(of: "="), !isComment(text[..<lineEnd]) {
            let value = text[text.index(after: equals)...].drop { $0 == " " || $0 == "\t" }
            if let quote = value.first, "'\"`".contains(quote), let close = closingQuote(of: value) {
                end = text[close...].firstIndex(of: "\n") ?? text.endIndex
            }
        }
        let statement = text[..<end]
        line += statement.count { $0 == "\n" } + 1
        text = end < text.endIndex ? text[text.index(after: end)...] : ""
        return statement
    }

    private static func isComment(_ line: Substring) -> Bool { line.first { $0 != " " && $0 != "\t" } == "#" }

    /// The quote that ends the value which begins with one.
    private static func closingQuote(of text: Substring) -> Substring.Index? {
        guard let quote = text.first else { return nil }
        var index = text.index(after: text.startIndex)
        while index < text.endIndex {
            if text[index] == quote { return index }
            let isEscape = quote == "\"" && text[index] == "\\"
            index = text.index(after: index)
            if isEscape, index < text.endIndex { index = text.index(after: index) }
        }
        return nil
    }

    private static func withUnixLineEnds(_ bytes: [UInt8]) -> String {
        let content = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        return String(decoding: content.filter { $0 != Byte.carriageReturn }, as: UTF8.self)
    }
}
