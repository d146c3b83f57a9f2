/// A TOML file whose single-line values are set; every other line stays byte for byte.
struct TOMLLines {
    private var lines: [Substring]
    private let lineEnd: String

    init(_ text: String) {
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        if lines.last == "" { lines.removeLast() }
    }

    var text: String { lines.isEmpty ? "" : lines.joined(separator: lineEnd) + lineEnd }

    /// Sets a key of the root, or of a table, which is appended when it is missing.
    mutating func set(_ key: String, _ value: String, in table: String?) throws(LineEditError) {
        let structure = structure()
        try refuseOtherSpellings(of: table, structure)
        guard let range = structure.range(of: table) else {
            if let last = lines.last, !last.allSatisfy(\.isWhitespace) { lines.append("") }
            lines += ["[\(table ?? "")]", "\(key) = \(value)"]
            return
        }
        let line = Substring("\(key) = \(value)")
        let found = range.first { structure.isCode[$0] && Self.key(of: lines[$0]) == key }
        guard let found else {
            lines.insert(line, at: insertionPoint(in: range))
            return
        }
        guard Self.isOneLine(lines[found]) else {
            throw LineEditError(message: "'\(key)' has a value of several lines")
        }
        lines[found] = line
    }

    /// Behind the last line with something in it.
    private func insertionPoint(in range: Range<Int>) -> Int {
        (range.last { !lines[$0].allSatisfy(\.isWhitespace) }.map { $0 + 1 }) ?? range.lowerBound
    }

    /// The same table may be written as dotted keys or in braces; a second spelling beside it would be an error.
    private func refuseOtherSpellings(of table: String?, _ structure: Structure) throws(LineEditError) {
        guard let table else { return }
        let parts = table.split(separator: ".").map(String.init)
        for (index, line) in lines.enumerated() where structure.isCode[index] && structure.tables[index] == nil {
            guard let key = Self.key(of: line), structure.range(of: nil)?.contains(index) == true else { continue }
            if key == parts[0] || key.hasPrefix(parts[0] + ".") {
                throw LineEditError(message: "'\(parts[0])' is written as '\(key) = ...'; expected [\(table)]")
            }
        }
    }

    private struct Structure {
        /// Whether a line begins outside of a text of several lines.
        var isCode: [Bool]
        /// The header that a line is.
        var tables: [Int: String]
        var count: Int

        func range(of table: String?) -> Range<Int>? {
            let headers = tables.keys.sorted()
            guard let table else { return 0..<(headers.first ?? count) }
            guard let start = headers.first(where: { tables[$0] == table }) else { return nil }
            return (start + 1)..<(headers.first { $0 > start } ?? count)
        }
    }

    private func structure() -> Structure {
        var structure = Structure(isCode: [], tables: [:], count: lines.count)
        var open: String?
        var depth = 0
        for (index, line) in lines.enumerated() {
            structure.isCode.append(open == nil && depth == 0)
            if open == nil, depth == 0, let name = Self.header(of: line) {
                structure.tables[index] = name
                continue
            }
            Self.scan(line, &open, &depth)
        }
        return structure
    }

    /// Follows texts of several lines and brackets to the end of a line.
    private static func scan(_ line: Substring, _ open: inout String?, _ depth: inout Int) {
        var rest = line
        while let character = rest.first {
            if let quote = open {
                if quote.first == "\"", character == "\\" {
                    rest = rest.dropFirst(2)
                } else if rest.hasPrefix(quote) {
                    rest = rest.dropFirst(quote.count)
                    open = nil
                } else {
                    rest = rest.dropFirst()
                }
                continue
            }
            if character == "#" { break }
            if let quote = ["\"\"\"", "'''", "\"", "'"].first(where: { rest.hasPrefix($0) }) {
                open = quote
                rest = rest.dropFirst(quote.count)
                continue
            }
            if character == "[" || character == "{" { depth += 1 }
            if character == "]" || character == "}" { depth -= 1 }
            rest = rest.dropFirst()
        }
        // A text in single quotes ends with its line, closed or not.
        if open?.count == 1 { open = nil }
    }

    private static func isOneLine(_ line: Substring) -> Bool {
        var open: String?
        var depth = 0
        scan(line, &open, &depth)
        return open == nil && depth == 0
    }

    private static func header(of line: Substring) -> String? {
        let text = line.drop(while: \.isWhitespace)
        guard text.hasPrefix("["), let end = text.firstIndex(of: "]") else { return nil }
        return text[..<end].filter { !"[ \t\"'".contains($0) }
    }

    private static func key(of line: Substring) -> String? {
        let text = line.drop(while: \.isWhitespace)
        guard let first = text.first, first != "#", let equals = text.firstIndex(of: "=") else { return nil }
        return text[..<equals].filter { !" \t\"'".contains($0) }
    }
}
