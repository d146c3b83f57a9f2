/// Checks values to their last byte and notes where the long ones end.
struct JSONValidator {
    let maxDepth: Int
    /// `nil` when nobody asks where values end.
    private(set) var landmarks: JSONLandmarks?

    init(maxDepth: Int, landmarks: JSONLandmarks? = nil) {
        self.maxDepth = min(maxDepth, 256)
        self.landmarks = landmarks
    }

    /// The offset after the value whose first byte is at `start`.
    mutating func value(in span: RawSpan, at start: Int, depth: Int) throws(JSONSyntaxError) -> Int {
        guard start < span.byteCount else { throw JSONSyntaxError(.value, at: start, in: span) }
        switch span.byte(start) {
        case UInt8(ascii: "\""):
            var hasEscapes = false
            let end = try JSONScanner.endOfString(in: span, at: start, hasEscapes: &hasEscapes)
            landmarks?.add(start, end)
            return end
        case UInt8(ascii: "{"), UInt8(ascii: "["): return try container(in: span, at: start, depth: depth + 1)
        case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
            return try JSONScanner.endOfNumber(in: span, at: start)
        case UInt8(ascii: "t"): return try word("true", in: span, at: start)
        case UInt8(ascii: "f"): return try word("false", in: span, at: start)
        case UInt8(ascii: "n"): return try word("null", in: span, at: start)
        default: throw JSONSyntaxError(.value, at: start, in: span)
        }
    }

    private mutating func container(in span: RawSpan, at start: Int, depth: Int) throws(JSONSyntaxError) -> Int {
        guard depth <= maxDepth else { throw JSONSyntaxError(.depth, at: start, in: span) }
        let mark = landmarks?.open(start)
        let end =
            span.byte(start) == UInt8(ascii: "{")
            ? try object(in: span, at: start, depth: depth) : try array(in: span, at: start, depth: depth)
        if let mark { landmarks?.close(mark, at: end) }
        return end
    }

    private mutating func object(in span: RawSpan, at start: Int, depth: Int) throws(JSONSyntaxError) -> Int {
        var cursor = JSONObjectCursor(after: start)
        while try cursor.nextKey(in: span) {
            cursor.position = try value(in: span, at: cursor.position, depth: depth)
        }
        return cursor.position
    }

    private mutating func array(in span: RawSpan, at start: Int, depth: Int) throws(JSONSyntaxError) -> Int {
        var cursor = JSONArrayCursor(after: start)
        while try cursor.nextStart(in: span) {
            cursor.position = try value(in: span, at: cursor.position, depth: depth)
        }
        return cursor.position
    }

    private func word(_ word: StaticString, in span: RawSpan, at start: Int) throws(JSONSyntaxError) -> Int {
        let end = start + word.utf8CodeUnitCount
        guard end <= span.byteCount, span.matches(start..<end, word) else {
            throw JSONSyntaxError(.value, at: start, in: span)
        }
        return end
    }
}
