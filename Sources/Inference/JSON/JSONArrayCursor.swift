/// Walks the elements of an array in a text. The text is passed to each call; pass the same text every time.
public struct JSONArrayCursor: Sendable {
    /// The next byte to look at; after the last element, the offset behind the array.
    public var position: Int
    /// How deep the elements lie in the value that is walked.
    var depth = 0
    private var isFirst = true
    private var isDone = false

    /// Begins at the array that stands at `offset` after white space.
    public init(in span: RawSpan, at offset: Int = 0) throws(JSONSyntaxError) {
        let start = JSONScanner.skipWhitespace(in: span, from: offset)
        guard JSONScanner.kind(in: span, at: start) == .array else {
            throw JSONSyntaxError(.array, at: start, in: span)
        }
        self.init(after: start)
    }

    /// Begins behind the `[` at `start`.
    init(after start: Int) { position = start + 1 }

    /// The range of the next element, checked, or `nil` behind the last.
    public mutating func next(in span: RawSpan) throws(JSONSyntaxError) -> Range<Int>? {
        guard try nextStart(in: span) else { return nil }
        let start = position
        position = try JSONValidator.end(of: start, in: span, depth: depth)
        return start..<position
    }

    /// Moves to the next element and leaves it unread; `false` behind the last.
    ///
    /// Go on with ``object(in:)``, and set ``position`` to that of the cursor that has walked the element.
    public mutating func advance(in span: RawSpan) throws(JSONSyntaxError) -> Bool { try nextStart(in: span) }

    /// Walks the element that the cursor stands at; `nil` when it is no object.
    public func object(in span: RawSpan) -> JSONObjectCursor? {
        guard position < span.byteCount, span.byte(position) == UInt8(ascii: "{") else { return nil }
        var cursor = JSONObjectCursor(after: position)
        cursor.depth = depth + 1
        return cursor
    }

    /// The range of the next element of a text that is known to be JSON.
    mutating func next(in span: RawSpan, landmarks: JSONLandmarks) -> Range<Int>? {
        guard let found = try? nextStart(in: span), found, position < span.byteCount else { return nil }
        let start = position
        position = JSONScanner.endOfKnownValue(in: span, at: start, landmarks: landmarks)
        return start..<position
    }

    /// Moves to the first byte of the next element; `false` behind the last.
    @inline(__always)
    mutating func nextStart(in span: RawSpan) throws(JSONSyntaxError) -> Bool {
        if isDone { return false }
        var offset = JSONScanner.skipWhitespace(in: span, from: position)
        guard span.isInside(offset) else { throw failure(at: offset, in: span) }
        let first = span.byte(offset)
        if first == UInt8(ascii: "]") {
            (position, isDone) = (offset &+ 1, true)
            return false
        }
        if !isFirst {
            guard first == UInt8(ascii: ",") else { throw failure(at: offset, in: span) }
            offset = JSONScanner.skipWhitespace(in: span, from: offset &+ 1)
        }
        (position, isFirst) = (offset, false)
        return true
    }

    private func failure(at offset: Int, in span: RawSpan) -> JSONSyntaxError {
        JSONSyntaxError(isFirst ? .value : .commaOrBracket, at: offset, in: span)
    }
}
