import Inference

/// A YAML file whose top-level scalars and one element of a top-level list are set; every other line stays byte for byte.
struct YAMLLines {
    private static let mark = "# openclaw connect"

    private var lines: [Substring]
    private let lineEnd: String

    init(_ text: String) {
        lineEnd = text.contains("\r\n") ? "\r\n" : "\n"
        lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" }
        if lines.last == "" { lines.removeLast() }
    }

    var text: String { lines.isEmpty ? "" : lines.joined(separator: lineEnd) + lineEnd }

    /// Sets a key of the root to a scalar.
    mutating func set(_ key: String, _ value: String) throws(LineEditError) {
        let line = Substring("\(key): \(value)")
        guard let index = index(of: key) else {
            lines.insert(line, at: end)
            return
        }
        let next = index + 1
        let isNested = next < lines.count && (lines[next].first == " " || lines[next].first == "-")
        guard !isNested, !"|>&*".contains(valueText(at: index).first ?? "x") else {
            throw LineEditError(message: "'\(key)' has a value of several lines")
        }
        lines[index] = line
    }

    /// Sets our element of a list, which is marked by a comment.
    mutating func setElement(of list: String, _ members: [(key: String, value: String)]) throws(LineEditError) {
        let start = try start(of: list)
        let indent = indentation(ofListAt: start)
        let old = lines.indices.first { lines[$0].contains(Self.mark) && $0 > start }
        if let old {
            var end = old + 1
            while end < lines.count, end == old + 1 || isDeeper(lines[end], than: indent) { end += 1 }
            lines.removeSubrange(old..<end)
        }
        let block =
            ["\(indent)\(Self.mark)"]
            + members.enumerated().map { "\(indent)\($0 == 0 ? "- " : "  ")\($1.key): \($1.value)" }
        lines.insert(contentsOf: block.map { Substring($0) }, at: old ?? start + 1)
    }

    /// The line of a list's key, which is appended when it is missing.
    private mutating func start(of list: String) throws(LineEditError) -> Int {
        guard let index = index(of: list) else {
            let place = end
            lines.insert("\(list):", at: place)
            return place
        }
        let value = valueText(at: index)
        if value == "[]" || value == "~" || value == "null" { lines[index] = "\(list):" }
        guard ["", "[]", "~", "null"].contains(value) || value.hasPrefix("#") else {
            throw LineEditError(message: "'\(list)' is written on one line; expected one element a line")
        }
        return index
    }

    private func indentation(ofListAt start: Int) -> String {
        let first = lines[(start + 1)...].first { line in
            let text = line.drop { $0 == " " }
            return !text.isEmpty && !text.hasPrefix("#")
        }
        guard let first, first.drop(while: { $0 == " " }).hasPrefix("-") else { return "  " }
        return String(first.prefix { $0 == " " })
    }

    private func isDeeper(_ line: Substring, than indent: String) -> Bool {
        line.hasPrefix(indent + " ") && !line.allSatisfy { $0 == " " }
    }

    private func index(of key: String) -> Int? {
        lines.firstIndex { line in
            guard let colon = line.firstIndex(of: ":"), line.first != " ", line.first != "#" else { return false }
            return line[..<colon].filter { !"\"' ".contains($0) } == key
        }
    }

    private func valueText(at index: Int) -> String {
        guard let colon = lines[index].firstIndex(of: ":") else { return "" }
        return String(lines[index][lines[index].index(after: colon)...]).trimmingASCIIWhitespace()
    }

    /// Behind everything, but before the mark that ends a document.
    private var end: Int { lines.lastIndex { $0 == "..." } ?? lines.count }
}
