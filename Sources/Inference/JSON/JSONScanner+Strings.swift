extension JSONScanner {
    /// The text of a string value, given the range of the value with its quotes.
    ///
    /// Escapes are resolved; half a surrogate pair becomes U+FFFD. `nil` for values of other kinds.
    public static func string(_ range: Range<Int>, in span: RawSpan) -> String? {
        guard range.count >= 2, span.byte(range.lowerBound) == UInt8(ascii: "\"") else { return nil }
        let inner = (range.lowerBound + 1)..<(range.upperBound - 1)
        // The closing quote ends the run, and words that reach beyond it are faster than the last bytes one by one.
        let firstEscape = plainRun(in: span, from: inner.lowerBound, to: span.byteCount)
        if firstEscape >= inner.upperBound { return span.text(inner) }
        return String(decoding: unescaped(inner, in: span, firstEscape: firstEscape), as: UTF8.self)
    }

    /// Whether a string value, given with its quotes, is empty.
    @inline(__always)
    public static func isEmptyString(_ range: Range<Int>, in span: RawSpan) -> Bool {
        range.count == 2 && span.byte(range.lowerBound) == UInt8(ascii: "\"")
    }

    /// Whether a string value, given with its quotes, is a literal. Escaped spellings count as what they mean.
    @inlinable
    @inline(__always)
    public static func string(_ range: Range<Int>, in span: RawSpan, equals literal: StaticString) -> Bool {
        guard range.count >= 2, span.byte(range.lowerBound) == UInt8(ascii: "\"") else { return false }
        let inner = Range(uncheckedBounds: (range.lowerBound &+ 1, range.upperBound &- 1))
        return span.matches(inner, literal) && isPlain(literal) || isEscaped(range, in: span, for: literal)
    }

    /// Whether a literal is no escaped spelling of another. Known when it is compiled, where this is inlined.
    @inlinable
    @inline(__always)
    static func isPlain(_ literal: StaticString) -> Bool {
        for index in 0..<literal.utf8CodeUnitCount where literal.utf8Start[index] == UInt8(ascii: "\\") { return false }
        return true
    }

    /// Whether a string is spelled with escapes and means a literal. Not inlined, because it is asked for everywhere and rare.
    @inline(never)
    @usableFromInline
    static func isEscaped(_ range: Range<Int>, in span: RawSpan, for literal: StaticString) -> Bool {
        plainRun(in: span, from: range.lowerBound &+ 1, to: span.byteCount) < range.upperBound &- 1
            && string(range, in: span) == literal.description
    }

    /// The first offset in a range that holds a quote, a backslash or a control character; the end when there is none.
    ///
    /// Eight bytes at a time: a byte below `n` borrows from its high bit when `n` is subtracted, so three subtractions
    /// find all candidates. Borrows make false marks only above a true one, and the lowest mark is the one taken.
    @inline(__always)
    static func plainRun(in span: RawSpan, from start: Int, to end: Int) -> Int {
        var offset = start
        let near = min(end, start &+ 64)
        while offset &+ 8 <= near {
            let marks = marks(in: span.word(offset))
            if marks != 0 { return offset &+ marks.trailingZeroBitCount &>> 3 }
            offset &+= 8
        }
        return offset &+ 8 <= end
            ? longPlainRun(in: span, from: offset, to: end) : lastPlainRun(in: span, from: offset, to: end)
    }

    /// The same for long texts: 64 bytes at a time, in lanes that the processor works off together.
    @inline(never)
    private static func longPlainRun(in span: RawSpan, from start: Int, to end: Int) -> Int {
        var offset = start
        while offset &+ 64 <= end {
            let words = span.words(offset)
            let found = marks(in: words.0) | marks(in: words.1) | marks(in: words.2) | marks(in: words.3)
            if found.x | found.y != 0 { break }
            offset &+= 64
        }
        while offset &+ 8 <= end {
            let marks = marks(in: span.word(offset))
            if marks != 0 { return offset &+ marks.trailingZeroBitCount &>> 3 }
            offset &+= 8
        }
        return lastPlainRun(in: span, from: offset, to: end)
    }

    @inline(__always)
    private static func lastPlainRun(in span: RawSpan, from start: Int, to end: Int) -> Int {
        var offset = start
        while offset < end {
            let byte = span.byte(offset)
            if byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "\\") || byte < 0x20 { return offset }
            offset &+= 1
        }
        return end
    }

    @inline(__always)
    private static func marks(in word: UInt64) -> UInt64 {
        let ones: UInt64 = 0x0101_0101_0101_0101
        let highs: UInt64 = 0x8080_8080_8080_8080
        let quote = word ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let slash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
        return ((word &- ones &* 0x20) & ~word | (quote &- ones) & ~quote | (slash &- ones) & ~slash) & highs
    }

    @inline(__always)
    private static func marks(in words: SIMD2<UInt64>) -> SIMD2<UInt64> {
        let ones = SIMD2<UInt64>(repeating: 0x0101_0101_0101_0101)
        let highs = SIMD2<UInt64>(repeating: 0x8080_8080_8080_8080)
        let quote = words ^ (ones &* UInt64(UInt8(ascii: "\"")))
        let slash = words ^ (ones &* UInt64(UInt8(ascii: "\\")))
        return ((words &- ones &* 0x20) & ~words | (quote &- ones) & ~quote | (slash &- ones) & ~slash) & highs
    }

    /// Checks the string whose opening quote is at `start`; returns the offset after its closing quote.
    @inline(__always)
    static func endOfString(
        in span: RawSpan, at start: Int, hasEscapes: inout Bool
    ) throws(JSONSyntaxError) -> Int {
        var offset = start &+ 1
        while true {
            offset = plainRun(in: span, from: offset, to: span.byteCount)
            guard span.isInside(offset) else { throw JSONSyntaxError(.unterminatedString, at: offset, in: span) }
            switch span.byte(offset) {
            case UInt8(ascii: "\""): return offset &+ 1
            case UInt8(ascii: "\\"):
                hasEscapes = true
                offset = try endOfEscape(in: span, at: offset)
            default: throw JSONSyntaxError(.controlCharacter, at: offset, in: span)
            }
        }
    }

    private static func endOfEscape(in span: RawSpan, at backslash: Int) throws(JSONSyntaxError) -> Int {
        let letter = backslash + 1
        guard letter < span.byteCount else { throw JSONSyntaxError(.unterminatedString, at: letter, in: span) }
        switch span.byte(letter) {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"), UInt8(ascii: "b"), UInt8(ascii: "f"),
            UInt8(ascii: "n"), UInt8(ascii: "r"), UInt8(ascii: "t"):
            return letter + 1
        case UInt8(ascii: "u"):
            guard codeUnit(in: span, at: letter + 1) != nil else {
                throw JSONSyntaxError(.escape, at: backslash, in: span)
            }
            return letter + 5
        default: throw JSONSyntaxError(.escape, at: backslash, in: span)
        }
    }

    static func endOfKnownString(in span: RawSpan, at start: Int) -> Int {
        var offset = start &+ 1
        while true {
            offset = plainRun(in: span, from: offset, to: span.byteCount)
            guard offset < span.byteCount else { return span.byteCount }
            if span.byte(offset) == UInt8(ascii: "\"") { return offset &+ 1 }
            offset = min(offset &+ 2, span.byteCount)
        }
    }

    /// Four hexadecimal digits.
    private static func codeUnit(in span: RawSpan, at offset: Int) -> UInt16? {
        guard offset + 4 <= span.byteCount else { return nil }
        var unit: UInt16 = 0
        for index in offset..<(offset + 4) {
            let byte = span.byte(index)
            let digit: UInt8
            switch byte {
            case UInt8(ascii: "0")...UInt8(ascii: "9"): digit = byte - UInt8(ascii: "0")
            case UInt8(ascii: "a")...UInt8(ascii: "f"): digit = byte - UInt8(ascii: "a") + 10
            case UInt8(ascii: "A")...UInt8(ascii: "F"): digit = byte - UInt8(ascii: "A") + 10
            default: return nil
            }
            unit = unit << 4 | UInt16(digit)
        }
        return unit
    }

    private static func unescaped(_ range: Range<Int>, in span: RawSpan, firstEscape: Int) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(range.count)
        var (plainStart, offset) = (range.lowerBound, firstEscape)
        while offset < range.upperBound {
            span.append(plainStart..<offset, to: &bytes)
            offset = appendEscape(in: span, at: offset, end: range.upperBound, to: &bytes)
            plainStart = offset
            offset = plainRun(in: span, from: offset, to: range.upperBound)
        }
        span.append(plainStart..<range.upperBound, to: &bytes)
        return bytes
    }

    /// Appends what an escape means and returns the offset after it. Bytes that are no escape stand for themselves.
    private static func appendEscape(in span: RawSpan, at offset: Int, end: Int, to bytes: inout [UInt8]) -> Int {
        guard span.byte(offset) == UInt8(ascii: "\\"), offset + 1 < end else {
            bytes.append(span.byte(offset))
            return offset + 1
        }
        switch span.byte(offset + 1) {
        case UInt8(ascii: "b"): bytes.append(0x08)
        case UInt8(ascii: "f"): bytes.append(0x0C)
        case UInt8(ascii: "n"): bytes.append(0x0A)
        case UInt8(ascii: "r"): bytes.append(0x0D)
        case UInt8(ascii: "t"): bytes.append(0x09)
        case UInt8(ascii: "u"): return appendScalar(in: span, at: offset, end: end, to: &bytes)
        case let byte: bytes.append(byte)
        }
        return offset + 2
    }

    private static func appendScalar(in span: RawSpan, at offset: Int, end: Int, to bytes: inout [UInt8]) -> Int {
        guard offset + 6 <= end, let high = codeUnit(in: span, at: offset + 2) else {
            bytes.append(contentsOf: "\u{FFFD}".utf8)
            return min(offset + 2, end)
        }
        if let scalar = Unicode.Scalar(high) {
            bytes.append(contentsOf: String(Character(scalar)).utf8)
            return offset + 6
        }
        let second = offset + 6
        if UTF16.isLeadSurrogate(high), second + 6 <= end, span.byte(second) == UInt8(ascii: "\\"),
            span.byte(second + 1) == UInt8(ascii: "u"), let low = codeUnit(in: span, at: second + 2),
            UTF16.isTrailSurrogate(low)
        {
            bytes.append(contentsOf: String(decoding: [high, low], as: UTF16.self).utf8)
            return second + 6
        }
        bytes.append(contentsOf: "\u{FFFD}".utf8)
        return second
    }
}
