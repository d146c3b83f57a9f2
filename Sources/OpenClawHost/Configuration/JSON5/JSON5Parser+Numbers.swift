import Inference

extension JSON5Parser {
    func isNumberStart(_ byte: UInt8) -> Bool {
        byte == Byte.minus || syntax == .json5 && (byte == Byte.plus || byte == Byte.dot)
    }

    /// Reads a number and spells it as JSON does.
    mutating func parseNumber() throws(JSON5SyntaxError) -> JSONNumber {
        let start = scanner.position
        let isNegative = scanner.current == Byte.minus
        if isNegative || scanner.current == Byte.plus { scanner.position += 1 }
        let magnitude = try parseMagnitude(startedAt: start)
        if let (scalar, _) = scanner.scalar(), scalar.isIdentifier(first: false) {
            throw failure("expected a number; text needs quotes", at: start)
        }
        return JSONNumber(verbatim: isNegative && magnitude != "NaN" ? "-" + magnitude : magnitude)
    }

    private mutating func parseMagnitude(startedAt start: Int) throws(JSON5SyntaxError) -> String {
        if syntax == .json5 {
            if scanner.current == UInt8(ascii: "0"),
                scanner.next == UInt8(ascii: "x") || scanner.next == UInt8(ascii: "X")
            {
                return try parseHexadecimal()
            }
            if scanner.current == UInt8(ascii: "I") || scanner.current == UInt8(ascii: "N") {
                let word = try parseIdentifier()
                guard let word, word == "Infinity" || word == "NaN" else {
                    throw failure("expected a number", at: start)
                }
                return word
            }
        }
        return try parseDecimal(startedAt: start)
    }

    private mutating func parseHexadecimal() throws(JSON5SyntaxError) -> String {
        scanner.position += 2
        var exact: UInt64? = 0
        var nearest = 0.0
        var count = 0
        while let digit = scanner.current.flatMap(Byte.hexValue) {
            exact = exact.flatMap { $0 >> 60 == 0 ? $0 << 4 | UInt64(digit) : nil }
            nearest = nearest * 16 + Double(digit)
            count += 1
            scanner.position += 1
        }
        guard count > 0 else { throw failure("expected hexadecimal digits") }
        guard nearest.isFinite else { throw failure("the number is too large") }
        return exact.map { String($0) } ?? "\(nearest)"
    }

    private mutating func parseDecimal(startedAt start: Int) throws(JSON5SyntaxError) -> String {
        let whole = digits()
        if whole.count > 1, whole.hasPrefix("0") { throw failure("a number must not begin with 0", at: start) }
        var fraction = ""
        if scanner.current == Byte.dot {
            scanner.position += 1
            fraction = digits()
            if syntax == .json, fraction.isEmpty { throw failure("expected digits after the point") }
        }
        guard !whole.isEmpty || syntax == .json5 && !fraction.isEmpty else { throw failure("expected digits") }
        let exponent = try parseExponent()
        return (whole.isEmpty ? "0" : whole) + (fraction.isEmpty ? "" : "." + fraction) + exponent
    }

    private mutating func parseExponent() throws(JSON5SyntaxError) -> String {
        guard let letter = scanner.current, letter | 0x20 == UInt8(ascii: "e") else { return "" }
        scanner.position += 1
        var text = String(Unicode.Scalar(letter))
        if let sign = scanner.current, sign == Byte.plus || sign == Byte.minus {
            text.unicodeScalars.append(Unicode.Scalar(sign))
            scanner.position += 1
        }
        let power = digits()
        guard !power.isEmpty else { throw failure("expected the digits of the exponent") }
        return text + power
    }

    private mutating func digits() -> String {
        let start = scanner.position
        while let byte = scanner.current, Byte.isDigit(byte) { scanner.position += 1 }
        return String(decoding: scanner.bytes[start..<scanner.position], as: UTF8.self)
    }
}
