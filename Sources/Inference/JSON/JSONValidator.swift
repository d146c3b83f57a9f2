/// Checks values to their last byte and notes where the long ones end.
struct JSONValidator {
    let maxDepth: Int
    /// `nil` when nobody asks where values end.
    private(set) var landmarks: JSONLandmarks?

    init(maxDepth: Int, landmarks: JSONLandmarks? = nil) {
        self.maxDepth = min(maxDepth, 256)
        self.landmarks = landmarks
    }

    /// The offset after the value whose first byte is at `start`. Strings and numbers are checked on the spot.
    @inline(__always)
    static func end(of start: Int, in span: RawSpan, depth: Int) throws(JSONSyntaxError) -> Int {
        if span.isInside(start) {
            let first = span.byte(start)
            if first == UInt8(ascii: "\"") {
                var hasEscapes = false
                return try JSONScanner.endOfString(in: span, at: start, hasEscapes: &hasEscapes)
            }
            if first &- UInt8(ascii: "0") <= 9 { return try JSONScanner.endOfNumber(in: span, at: start) }
            if first == UInt8(ascii: "n"), span.isInside(start &+ 3), span.holds("null", at: start) {
                return start &+ 4
            }
        }
        var validator = JSONValidator(maxDepth: 128)
        return try validator.value(in: span, at: start, depth: depth)
    }

    /// The same, where long values are remembered.
    @inline(__always)
    private mutating func end(of start: Int, in span: RawSpan, depth: Int) throws(JSONSyntaxError) -> Int {
        guard span.isInside(start), span.byte(start) == UInt8(ascii: "\"") else {
            return try value(in: span, at: start, depth: depth)
        }
        var hasEscapes = false
        let end = try JSONScanner.endOfString(in: span, at: start, hasEscapes: &hasEscapes)
        if end &- start >= JSONLandmarks.minimumLength { landmarks?.add(start, end) }
        return end
    }

    /// The offset after the value whose first byte is at `start`.
    mutating func value(in span: RawSpan, at start: Int, depth: Int) throws(JSONSyntaxError) -> Int {
        guard span.isInside(start) else { throw JSONSyntaxError(.value, at: start, in: span) }
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

    /// A whole document: the same, and its outline.
    mutating func document(
        in span: RawSpan, at start: Int, _ outline: inout JSONOutline
    ) throws(JSONSyntaxError) -> Int {
        guard JSONScanner.kind(in: span, at: start) == .object, maxDepth > 2 else {
            outline = JSONOutline()
            return try value(in: span, at: start, depth: 0)
        }
        let mark = landmarks?.open(start)
        var cursor = JSONObjectCursor(after: start)
        while try cursor.nextKey(in: span) {
            let place = cursor.position
            let isList = JSONScanner.kind(in: span, at: place) == .array
            let entry = outline.open(cursor.member(from: place))
            cursor.position =
                try isList ? list(in: span, at: place, &outline) : end(of: place, in: span, depth: 1)
            outline.close(entry, at: cursor.position)
        }
        if let mark { landmarks?.close(mark, at: cursor.position) }
        return cursor.position
    }

    /// An array among the members of the root.
    private mutating func list(
        in span: RawSpan, at start: Int, _ outline: inout JSONOutline
    ) throws(JSONSyntaxError) -> Int {
        let mark = landmarks?.open(start)
        var cursor = JSONArrayCursor(after: start)
        while try cursor.nextStart(in: span) {
            let place = cursor.position
            let isItem = JSONScanner.kind(in: span, at: place) == .object
            let entry = outline.openElement(at: place)
            cursor.position =
                try isItem ? item(in: span, at: place, &outline) : value(in: span, at: place, depth: 2)
            outline.close(entry, at: cursor.position)
        }
        if let mark { landmarks?.close(mark, at: cursor.position) }
        return cursor.position
    }

    /// An object in such an array.
    private mutating func item(
        in span: RawSpan, at start: Int, _ outline: inout JSONOutline
    ) throws(JSONSyntaxError) -> Int {
        let mark = landmarks?.open(start)
        var cursor = JSONObjectCursor(after: start)
        while try cursor.nextKey(in: span) {
            let place = cursor.position
            cursor.position = try end(of: place, in: span, depth: 3)
            outline.add(cursor.member(from: place))
        }
        if let mark { landmarks?.close(mark, at: cursor.position) }
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
