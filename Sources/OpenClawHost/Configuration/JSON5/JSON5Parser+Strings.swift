extension JSON5Parser {
    /// Reads the string whose opening quote is here.
    mutating func parseString() throws(JSON5SyntaxError) -> String {
        let start = scanner.position
        let quote = scanner.bytes[start]
        var text: [UInt8] = []
        scanner.position += 1
        while let byte = scanner.current {
            if byte == quote {
                scanner.position += 1
                return String(decoding: text, as: UTF8.self)
            }
            if Byte.isLineEnd(byte) { break }
            if byte == Byte.backslash {
                try parseEscape(into: &text)
                continue
            }
            if byte < 0x20, syntax == .json { throw failure("JSON allows no control character in a string") }
            text.append(byte)
            scanner.position += 1
        }
        throw failure("the string has no closing quote", at: start)
    }

    /// Reads a key without quotes, `nil` when none begins here.
    mutating func parseIdentifier() throws(JSON5SyntaxError) -> String? {
        var name = String.UnicodeScalarView()
        while let scalar = try identifierScalar(isFirst: name.isEmpty) { name.append(scalar) }
        return name.isEmpty ? nil : String(name)
    }

    private mutating func identifierScalar(isFirst: Bool) throws(JSON5SyntaxError) -> Unicode.Scalar? {
        let start = scanner.position
        if scanner.current == Byte.backslash, scanner.next == UInt8(ascii: "u") {
            scanner.position += 2
            let unit = try hexDigits(4)
            guard let scalar = Unicode.Scalar(UInt32(unit)), scalar.isIdentifier(first: isFirst) else {
                throw failure("the escape is no character of a key", at: start)
            }
            return scalar
        }
        guard let (scalar, length) = scanner.scalar(), scalar.isIdentifier(first: isFirst) else { return nil }
        scanner.position += length
        return scalar
    }

    private mutating func parseEscape(into text: inout [UInt8]) throws(JSON5SyntaxError) {
        scanner.position += 1
        if syntax == .json5, let length = scanner.lineEndLength() {
            scanner.position += length
            return
        }
        guard let byte = scanner.current else { throw failure("the string has no closing quote") }
        scanner.position += 1
        switch byte {
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: try unicodeEscape())
        case Byte.quote, Byte.backslash, Byte.slash: text.append(byte)
        default: try parseJSON5Escape(byte, into: &text)
        }
    }

    private mutating func parseJSON5Escape(_ byte: UInt8, into text: inout [UInt8]) throws(JSON5SyntaxError) {
        guard syntax == .json5 else { throw failure("JSON has no such escape", at: scanner.position - 2) }
        switch byte {
        case UInt8(ascii: "v"): text.append(0x0B)
        case UInt8(ascii: "x"): text.append(contentsOf: try encoded(hexDigits(2)))
        case UInt8(ascii: "0"):
            if let digit = scanner.current, Byte.isDigit(digit) { throw failure("octal escapes are not allowed") }
            text.append(0)
        case 0x31...0x39: throw failure("octal escapes are not allowed", at: scanner.position - 1)
        default: text.append(byte)
        }
    }

    /// Reads the digits of `\u` and those of the second half of a pair; a lone half becomes U+FFFD.
    private mutating func unicodeEscape() throws(JSON5SyntaxError) -> [UInt8] {
        let unit = try hexDigits(4)
        guard (0xD800...0xDBFF).contains(unit) else { return encoded(unit) }
        let retry = scanner.position
        guard scanner.current == Byte.backslash, scanner.next == UInt8(ascii: "u") else { return encoded(unit) }
        scanner.position += 2
        let low = try hexDigits(4)
        guard (0xDC00...0xDFFF).contains(low) else {
            scanner.position = retry
            return encoded(unit)
        }
        return encoded(0x10000 + (unit - 0xD800) << 10 + (low - 0xDC00))
    }

    private func encoded(_ value: Int) -> [UInt8] {
        Array(String(Unicode.Scalar(UInt32(value)) ?? "\u{FFFD}").utf8)
    }

    private mutating func hexDigits(_ count: Int) throws(JSON5SyntaxError) -> Int {
        var value = 0
        for _ in 0..<count {
            guard let digit = scanner.current.flatMap(Byte.hexValue) else {
                throw failure("expected \(count) hexadecimal digits")
            }
            value = value << 4 | digit
            scanner.position += 1
        }
        return value
    }
}

extension JSON5Scanner {
    /// The Unicode scalar here and its length in bytes.
    func scalar() -> (Unicode.Scalar, Int)? {
        guard let byte = current else { return nil }
        if byte < 0x80 { return (Unicode.Scalar(byte), 1) }
        let length = byte >= 0xF0 ? 4 : byte >= 0xE0 ? 3 : 2
        let end = min(position + length, bytes.count)
        return String(decoding: bytes[position..<end], as: UTF8.self).unicodeScalars.first.map { ($0, length) }
    }
}

extension Unicode.Scalar {
    /// Whether this may stand in a key without quotes.
    func isIdentifier(first: Bool) -> Bool {
        switch self {
        case "a"..."z", "A"..."Z", "_", "$": true
        case "0"..."9": !first
        case "\u{200C}", "\u{200D}": !first
        default: value >= 0x80 && (first ? properties.isIDStart : properties.isIDContinue)
        }
    }
}
