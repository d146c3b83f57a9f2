package import Inference

extension ConfigurationPath {
    /// Reads a path as it is typed.
    ///
    /// - Throws: `.invalidConfiguration` when a bracket is not closed, a key is empty or an index is no number.
    package init(parsing text: String) throws(InferenceError) {
        var parser = PathParser(rest: text[...])
        do throws(PathParser.Problem) {
            try parser.parse()
        } catch {
            throw InferenceError(
                .invalidConfiguration, "invalid path '\(text)': \(error.message)",
                hint: "openclaw config get 'models.providers[\"my.provider\"].models[0].id'")
        }
        components = parser.components
    }
}

private struct PathParser {
    struct Problem: Error { var message: String }

    var rest: Substring
    var components: [ConfigurationPath.Component] = []

    mutating func parse() throws(Problem) {
        guard !rest.isEmpty else { throw Problem(message: "expected a key") }
        while let first = rest.first {
            if first == "[" {
                try parseBracket()
            } else {
                if !components.isEmpty {
                    guard first == "." else { throw Problem(message: "expected '.' or '[' after ']'") }
                    rest.removeFirst()
                }
                try parseKey()
            }
        }
    }

    private mutating func parseKey() throws(Problem) {
        var key = ""
        while let character = rest.first, character != ".", character != "[" {
            rest.removeFirst()
            guard character == "\\" else {
                key.append(character)
                continue
            }
            guard let escaped = rest.popFirst() else { throw Problem(message: "expected a character after '\\'") }
            key.append(escaped)
        }
        guard !key.isEmpty else { throw Problem(message: "expected a key before '\(rest.prefix(1))'") }
        components.append(.key(key))
    }

    private mutating func parseBracket() throws(Problem) {
        rest.removeFirst()
        if let quote = rest.first, quote == "\"" || quote == "'" {
            components.append(.key(try parseQuoted(quote)))
        } else {
            let inside = rest.prefix { $0 != "]" }
            rest = rest.dropFirst(inside.count)
            let text = String(inside).trimmingASCIIWhitespace()
            guard !text.isEmpty else { throw Problem(message: "expected an index or a quoted key in '[]'") }
            components.append(text.utf8.allSatisfy(Byte.isDigit) ? try index(text) : .key(text))
        }
        guard rest.popFirst() == "]" else { throw Problem(message: "expected ']'") }
    }

    private func index(_ text: String) throws(Problem) -> ConfigurationPath.Component {
        guard let number = Int(text), number < 1_000_000 else { throw Problem(message: "the index is too large") }
        return .index(number)
    }

    private mutating func parseQuoted(_ quote: Character) throws(Problem) -> String {
        rest.removeFirst()
        var key = ""
        while let character = rest.popFirst() {
            if character == quote { return key }
            if character == "\\", let escaped = rest.popFirst() { key.append(escaped) } else { key.append(character) }
        }
        throw Problem(message: "expected \(quote) after the key")
    }
}
