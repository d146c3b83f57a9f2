/// Where a text stops being JSON, and what was expected there. It never quotes the text.
public struct JSONSyntaxError: Error, Hashable, Sendable {
    /// What was expected.
    public var reason: Reason
    /// The offset of the offending byte, from 0.
    public var offset: Int
    /// The line, from 1. LF, CR and CRLF end lines.
    public var line: Int
    /// The column in Unicode scalars, from 1.
    public var column: Int

    /// What a reader expected and did not find.
    public enum Reason: String, Hashable, Sendable {
        case value = "expected a value"
        case object = "expected an object"
        case array = "expected an array"
        case key = "expected a key in double quotes"
        case keyOrEnd = "expected a key or '}'"
        case colon = "expected ':' after the key"
        case commaOrBrace = "expected ',' or '}'"
        case commaOrBracket = "expected ',' or ']'"
        case unterminatedString = "expected the end of a string"
        case controlCharacter = "expected an escape instead of a control character"
        case escape = "expected an escape sequence"
        case number = "expected digits"
        case end = "expected the end of the document"
        case depth = "expected less nesting"
        case size = "expected a smaller document"
    }

    init(_ reason: Reason, at offset: Int, in span: RawSpan) {
        self.reason = reason
        self.offset = offset
        (line, column) = Self.position(of: offset, in: span)
    }

    private static func position(of offset: Int, in span: RawSpan) -> (line: Int, column: Int) {
        var (line, column, previous) = (1, 1, UInt8(0))
        for index in 0..<min(offset, span.byteCount) {
            let byte = span.byte(index)
            switch byte {
            case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
            case UInt8(ascii: "\n"), UInt8(ascii: "\r"): (line, column) = (line + 1, 1)
            default: if byte & 0xC0 != 0x80 { column += 1 }
            }
            previous = byte
        }
        return (line, column)
    }
}

extension JSONSyntaxError: CustomStringConvertible {
    public var description: String { "\(reason.rawValue) at line \(line), column \(column)" }
}
