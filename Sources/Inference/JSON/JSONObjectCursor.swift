/// Walks the members of an object in a text, duplicates included. The text is passed to each call, so a cursor is a plain
/// value; pass the same text every time.
///
/// ```swift
/// var members = try JSONObjectCursor(in: span)
/// while let member = try members.next(in: span) {
///     if member.isNamed("model", in: span) { model = JSONScanner.string(member.value, in: span) }
/// }
/// ```
public struct JSONObjectCursor: Sendable {
    /// The next byte to look at; after the last member, the offset behind the object.
    public var position: Int
    /// How deep the members lie in the value that is walked.
    var depth = 0
    private var isFirst = true
    private var isDone = false
    @usableFromInline private(set) var key = 0..<0
    @usableFromInline private(set) var keyHasEscapes = false

    /// Begins at the object that stands at `offset` after white space.
    public init(in span: RawSpan, at offset: Int = 0) throws(JSONSyntaxError) {
        let start = JSONScanner.skipWhitespace(in: span, from: offset)
        guard JSONScanner.kind(in: span, at: start) == .object else {
            throw JSONSyntaxError(.object, at: start, in: span)
        }
        self.init(after: start)
    }

    /// Begins behind the `{` at `start`.
    init(after start: Int) { position = start + 1 }

    /// The next member with a checked value, or `nil` behind the last.
    public mutating func next(in span: RawSpan) throws(JSONSyntaxError) -> JSONMemberRanges? {
        guard try nextKey(in: span) else { return nil }
        let value = try value(in: span)
        return JSONMemberRanges(key: key, keyHasEscapes: keyHasEscapes, value: value)
    }

    /// Moves to the next member and leaves its value unread; `false` behind the last.
    ///
    /// Ask for its name with ``isNamed(_:in:)``. Go on with ``value(in:)`` or ``integer(in:)``, or with ``object(in:)`` and
    /// ``array(in:)``, and set ``position`` to that of the cursor that has walked the value. So a text is read once, however
    /// deep the members lie that matter.
    public mutating func advance(in span: RawSpan) throws(JSONSyntaxError) -> Bool { try nextKey(in: span) }

    /// Whether the key of the member that the cursor has moved to is a literal. Escaped spellings count as what they mean.
    @inlinable
    @inline(__always)
    public func isNamed(_ literal: StaticString, in span: RawSpan) -> Bool {
        span.isKey(key, hasEscapes: keyHasEscapes, literal)
    }

    /// Checks the value that the cursor stands at, and moves behind it.
    public mutating func value(in span: RawSpan) throws(JSONSyntaxError) -> Range<Int> {
        let start = position
        position = try JSONValidator.end(of: start, in: span, depth: depth)
        return Range(uncheckedBounds: (start, position))
    }

    /// The same, and its value when it is a whole number in range.
    public mutating func integer(in span: RawSpan) throws(JSONSyntaxError) -> Int? {
        if let number = JSONScanner.plainInteger(in: span, at: position) {
            position = number.end
            return number.value
        }
        return JSONScanner.integer(try value(in: span), in: span)
    }

    /// Walks the value that the cursor stands at; `nil` when it is no object.
    public func object(in span: RawSpan) -> JSONObjectCursor? {
        guard span.isInside(position), span.byte(position) == UInt8(ascii: "{") else { return nil }
        var cursor = JSONObjectCursor(after: position)
        cursor.depth = depth + 1
        return cursor
    }

    /// Walks the value that the cursor stands at; `nil` when it is no array.
    public func array(in span: RawSpan) -> JSONArrayCursor? {
        guard span.isInside(position), span.byte(position) == UInt8(ascii: "[") else { return nil }
        var cursor = JSONArrayCursor(after: position)
        cursor.depth = depth + 1
        return cursor
    }

    /// The next member of a text that is known to be JSON.
    mutating func next(in span: RawSpan, landmarks: JSONLandmarks) -> JSONMemberRanges? {
        guard let found = try? nextKey(in: span), found, position < span.byteCount else { return nil }
        let start = position
        position = JSONScanner.endOfKnownValue(in: span, at: start, landmarks: landmarks)
        return member(from: start)
    }

    /// The member whose key was read last and whose value ends here.
    @inline(__always)
    func member(from start: Int) -> JSONMemberRanges {
        JSONMemberRanges(key: key, keyHasEscapes: keyHasEscapes, value: Range(uncheckedBounds: (start, position)))
    }

    /// Moves to the first byte of the next value; `false` behind the last member.
    @inline(__always)
    mutating func nextKey(in span: RawSpan) throws(JSONSyntaxError) -> Bool {
        if isDone { return false }
        var offset = JSONScanner.skipWhitespace(in: span, from: position)
        guard span.isInside(offset) else { throw failure(at: offset, in: span) }
        let first = span.byte(offset)
        if first == UInt8(ascii: "}") {
            (position, isDone) = (offset &+ 1, true)
            return false
        }
        if !isFirst {
            guard first == UInt8(ascii: ",") else { throw failure(at: offset, in: span) }
            offset = JSONScanner.skipWhitespace(in: span, from: offset &+ 1)
        }
        try readKey(in: span, at: offset)
        isFirst = false
        return true
    }

    @inline(__always)
    private mutating func readKey(in span: RawSpan, at start: Int) throws(JSONSyntaxError) {
        guard span.isInside(start), span.byte(start) == UInt8(ascii: "\"") else {
            throw JSONSyntaxError(isFirst ? .keyOrEnd : .key, at: start, in: span)
        }
        var hasEscapes = false
        let end = try JSONScanner.endOfString(in: span, at: start, hasEscapes: &hasEscapes)
        (key, keyHasEscapes) = (Range(uncheckedBounds: (start, end)), hasEscapes)
        let colon = JSONScanner.skipWhitespace(in: span, from: end)
        guard span.isInside(colon), span.byte(colon) == UInt8(ascii: ":") else {
            throw JSONSyntaxError(.colon, at: colon, in: span)
        }
        position = JSONScanner.skipWhitespace(in: span, from: colon &+ 1)
    }

    private func failure(at offset: Int, in span: RawSpan) -> JSONSyntaxError {
        JSONSyntaxError(isFirst ? .keyOrEnd : .commaOrBrace, at: offset, in: span)
    }
}
