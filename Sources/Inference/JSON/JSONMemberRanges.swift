/// Where one member of an object lies.
public struct JSONMemberRanges: Hashable, Sendable {
    /// The key with its quotes.
    public var key: Range<Int>
    /// Whether the key is written with escapes.
    public var keyHasEscapes: Bool
    /// The value.
    public var value: Range<Int>

    /// Whether the key is a literal. Escaped spellings count as what they mean. Does not allocate.
    @inlinable
    @inline(__always)
    public func isNamed(_ literal: StaticString, in span: RawSpan) -> Bool {
        span.isKey(key, hasEscapes: keyHasEscapes, literal)
    }

    /// Whether the key is a name that is no literal.
    @inline(__always)
    func spells(_ name: String, in span: RawSpan) -> Bool {
        if keyHasEscapes { return JSONScanner.string(key, in: span) == name }
        return span.matches(text, name)
    }

    /// The key without its quotes.
    var text: Range<Int> { (key.lowerBound + 1)..<(key.upperBound - 1) }

    /// The key as text.
    public func name(in span: RawSpan) -> String { JSONScanner.string(key, in: span) ?? "" }

    /// From the key to the end of the value.
    var whole: Range<Int> { key.lowerBound..<value.upperBound }
}
