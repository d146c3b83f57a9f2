/// Reads JSON where it lies: functions from bytes and offsets to offsets, without a tree and without allocation.
///
/// For readers that see each text once, such as the decoder of stream events. What is read more than once or edited is a
/// ``JSONDocument``. The text must be JSON of RFC 8259; UTF-8 is not verified, invalid sequences are read as U+FFFD.
public enum JSONScanner {
    /// The range of the value that begins at `offset` after white space; the value is checked to its last byte.
    public static func value(
        in span: RawSpan, from offset: Int = 0, maxDepth: Int = 128
    ) throws(JSONSyntaxError) -> Range<Int> {
        let start = skipWhitespace(in: span, from: offset)
        var validator = JSONValidator(maxDepth: maxDepth)
        return start..<(try validator.value(in: span, at: start, depth: 0))
    }

    /// The range of the one value that a text consists of, without the white space around it.
    public static func document(in span: RawSpan, maxDepth: Int = 128) throws(JSONSyntaxError) -> Range<Int> {
        let range = try value(in: span, maxDepth: maxDepth)
        try expectEnd(of: span, after: range.upperBound)
        return range
    }

    static func expectEnd(of span: RawSpan, after offset: Int) throws(JSONSyntaxError) {
        let rest = skipWhitespace(in: span, from: offset)
        guard rest == span.byteCount else { throw JSONSyntaxError(.end, at: rest, in: span) }
    }

    /// The kind of the value whose first byte is at `offset`.
    @inline(__always)
    public static func kind(in span: RawSpan, at offset: Int) -> JSONKind? {
        span.isInside(offset) ? JSONKind(firstByte: span.byte(offset)) : nil
    }

    /// Whether a value is `null`.
    @inline(__always)
    public static func isNull(_ range: Range<Int>, in span: RawSpan) -> Bool {
        span.byte(range.lowerBound) == UInt8(ascii: "n")
    }

    /// The value of a boolean, `nil` for other kinds.
    public static func bool(_ range: Range<Int>, in span: RawSpan) -> Bool? {
        switch span.byte(range.lowerBound) {
        case UInt8(ascii: "t"): true
        case UInt8(ascii: "f"): false
        default: nil
        }
    }

    /// The first offset from `offset` on that holds no white space.
    @inline(__always)
    public static func skipWhitespace(in span: RawSpan, from offset: Int) -> Int {
        var offset = offset
        while span.isInside(offset), isWhitespace(span.byte(offset)) { offset &+= 1 }
        return offset
    }

    @inline(__always)
    private static func isWhitespace(_ byte: UInt8) -> Bool {
        byte <= 0x20 && (byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09)
    }

    /// The end of a value in a text that is known to be JSON. Long values are looked up, short ones counted through.
    static func endOfKnownValue(in span: RawSpan, at start: Int, landmarks: JSONLandmarks) -> Int {
        switch span.byte(start) {
        case UInt8(ascii: "\""):
            // Most strings are too short to be remembered, and a glance is cheaper than a look-up.
            let glance = plainRun(in: span, from: start + 1, to: min(start + 33, span.byteCount))
            if glance < span.byteCount, span.byte(glance) == UInt8(ascii: "\"") { return glance + 1 }
            return landmarks.end(of: start) ?? endOfKnownString(in: span, at: start)
        case UInt8(ascii: "{"), UInt8(ascii: "["):
            return landmarks.end(of: start) ?? endOfKnownContainer(in: span, at: start)
        default:
            var offset = start + 1
            while offset < span.byteCount, !endsScalar(span.byte(offset)) { offset += 1 }
            return offset
        }
    }

    private static func endsScalar(_ byte: UInt8) -> Bool {
        isWhitespace(byte) || byte == UInt8(ascii: ",") || byte == UInt8(ascii: "}") || byte == UInt8(ascii: "]")
    }

    private static func endOfKnownContainer(in span: RawSpan, at start: Int) -> Int {
        var (offset, depth) = (start, 0)
        while offset < span.byteCount {
            switch span.byte(offset) {
            case UInt8(ascii: "\""):
                offset = endOfKnownString(in: span, at: offset)
                continue
            case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
            case UInt8(ascii: "}"), UInt8(ascii: "]"):
                depth -= 1
                if depth == 0 { return offset + 1 }
            default: break
            }
            offset += 1
        }
        return offset
    }
}
