import Inference

/// A strict recursive-descent parser of JSON5, or of plain JSON, that records where everything stands.
struct JSON5Parser {
    enum Syntax: Sendable { case json, json5 }

    var scanner: JSON5Scanner
    let limits: JSON5Limits
    let syntax: Syntax
    private var depth = 0

    init(_ bytes: [UInt8], limits: JSON5Limits, syntax: Syntax) {
        scanner = JSON5Scanner(bytes)
        self.limits = limits
        self.syntax = syntax
    }

    /// The one value of the text, `nil` when there is none at all.
    mutating func parse() throws(JSON5SyntaxError) -> JSON5Node? {
        guard scanner.bytes.count <= limits.bytes else {
            throw failure("the text is larger than \(limits.bytes) bytes")
        }
        try requireUTF8()
        try skipTrivia()
        guard scanner.current != nil else { return nil }
        let node = try parseValue()
        try skipTrivia()
        guard scanner.current == nil else { throw failure("expected the end of the text after the value") }
        return node
    }

    func failure(_ message: String, at offset: Int? = nil) -> JSON5SyntaxError {
        JSON5SyntaxError(message, at: offset ?? endOfContent(before: scanner.position), in: scanner.bytes)
    }

    /// A text that ends too early is shown where its last line ends, not on the empty line behind it.
    private func endOfContent(before offset: Int) -> Int {
        guard offset >= scanner.bytes.count else { return offset }
        let last = scanner.bytes.lastIndex { !Byte.isBlank($0) && !Byte.isLineEnd($0) }
        return last.map { $0 + 1 } ?? offset
    }

    private mutating func parseValue() throws(JSON5SyntaxError) -> JSON5Node {
        let start = scanner.position
        let content: JSON5Node.Content
        switch scanner.current {
        case Byte.openBrace: content = .object(try parseObject())
        case Byte.openBracket: content = .array(try parseArray())
        case Byte.quote: content = .string(try parseString())
        case Byte.apostrophe where syntax == .json5: content = .string(try parseString())
        case .some(let byte) where Byte.isDigit(byte) || isNumberStart(byte): content = .number(try parseNumber())
        default: content = try parseWord()
        }
        return JSON5Node(range: start..<scanner.position, content: content)
    }

    private mutating func parseObject() throws(JSON5SyntaxError) -> [JSON5Member] {
        let start = try open()
        var members: [JSON5Member] = []
        while scanner.current != Byte.closeBrace {
            guard members.count < limits.members else { throw failure("more than \(limits.members) members") }
            let keyStart = scanner.position
            let key = try parseKey()
            let keyRange = keyStart..<scanner.position
            try skipTrivia()
            guard scanner.current == Byte.colon else { throw failure("expected ':' after the key") }
            scanner.position += 1
            try skipTrivia()
            let value = try parseValue()
            let comma = try separator(before: Byte.closeBrace, openedAt: start)
            members.append(JSON5Member(key: key, keyRange: keyRange, value: value, comma: comma))
        }
        close()
        return members
    }

    private mutating func parseArray() throws(JSON5SyntaxError) -> [JSON5Element] {
        let start = try open()
        var elements: [JSON5Element] = []
        while scanner.current != Byte.closeBracket {
            guard elements.count < limits.members else { throw failure("more than \(limits.members) elements") }
            let value = try parseValue()
            let comma = try separator(before: Byte.closeBracket, openedAt: start)
            elements.append(JSON5Element(value: value, comma: comma))
        }
        close()
        return elements
    }

    private mutating func open() throws(JSON5SyntaxError) -> Int {
        guard depth < limits.depth else { throw failure("nested deeper than \(limits.depth) levels") }
        depth += 1
        let start = scanner.position
        scanner.position += 1
        try skipTrivia()
        return start
    }

    private mutating func close() {
        depth -= 1
        scanner.position += 1
    }

    /// Reads the comma behind an element, if there is one, and what stands before the next token.
    private mutating func separator(before end: UInt8, openedAt start: Int) throws(JSON5SyntaxError) -> Int? {
        try skipTrivia()
        if scanner.current == end { return nil }
        let closing = Character(Unicode.Scalar(end))
        guard scanner.current == Byte.comma else {
            guard scanner.current != nil else { throw unclosed(closing, openedAt: start) }
            throw failure("expected ',' or '\(closing)' after the value")
        }
        let comma = scanner.position
        scanner.position += 1
        try skipTrivia()
        guard scanner.current != nil else { throw unclosed(closing, openedAt: start) }
        if syntax == .json, scanner.current == end { throw failure("JSON allows no trailing comma", at: comma) }
        return comma
    }

    private func unclosed(_ closing: Character, openedAt start: Int) -> JSON5SyntaxError {
        let opened = SourceLines(scanner.bytes).position(of: start, in: scanner.bytes)
        return failure("expected '\(closing)' for the one opened at \(opened) before the end of the text")
    }

    private mutating func parseKey() throws(JSON5SyntaxError) -> String {
        switch scanner.current {
        case Byte.quote: return try parseString()
        case Byte.apostrophe where syntax == .json5: return try parseString()
        case nil: throw failure("expected a key before the end of the text")
        default:
            guard syntax == .json5 else { throw failure("expected a key in double quotes") }
            guard let name = try parseIdentifier() else { throw failure("expected a key") }
            return name
        }
    }

    private mutating func parseWord() throws(JSON5SyntaxError) -> JSON5Node.Content {
        let start = scanner.position
        switch try parseIdentifier() {
        case "true": return .bool(true)
        case "false": return .bool(false)
        case "null": return .null
        case "Infinity" where syntax == .json5: return .number(JSONNumber(verbatim: "Infinity"))
        case "NaN" where syntax == .json5: return .number(JSONNumber(verbatim: "NaN"))
        case .some: throw failure("expected a value; text needs quotes", at: start)
        case nil: throw failure(scanner.current == nil ? "expected a value before the end" : "expected a value")
        }
    }

    private mutating func skipTrivia() throws(JSON5SyntaxError) {
        let start = scanner.position
        guard syntax == .json5 else { return skipJSONWhiteSpace() }
        guard scanner.skipTrivia() else { throw failure("the comment has no end", at: start) }
    }

    private mutating func skipJSONWhiteSpace() {
        while let byte = scanner.current, Byte.isBlank(byte) || Byte.isLineEnd(byte) { scanner.position += 1 }
    }

    private func requireUTF8() throws(JSON5SyntaxError) {
        guard String(validating: scanner.bytes, as: UTF8.self) == nil else { return }
        var parser = Unicode.UTF8.ForwardParser()
        var iterator = scanner.bytes.makeIterator()
        var offset = 0
        while case .valid(let scalar) = parser.parseScalar(from: &iterator) { offset += scalar.count }
        throw failure("the text is not UTF-8 here", at: offset)
    }
}
