/// The only place of the module that reads memory by offset. Every load is checked against the span's bounds, and the
/// types loaded have no invalid bit patterns, so none of it can go wrong in the way that `unsafeLoad` warns of.
extension RawSpan {
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 { unsafeLoadUnaligned(fromByteOffset: offset, as: UInt8.self) }

    @inline(__always)
    func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// The bytes of a range as text; invalid UTF-8 becomes U+FFFD.
    func text(_ range: Range<Int>) -> String {
        extracting(range).withUnsafeBytes { String(decoding: $0, as: UTF8.self) }
    }

    /// Appends the bytes of a range.
    func append(_ range: Range<Int>, to bytes: inout [UInt8]) {
        extracting(range).withUnsafeBytes { bytes.append(contentsOf: $0) }
    }

    /// Whether the bytes of a range are those of a literal.
    @inline(__always)
    func matches(_ range: Range<Int>, _ literal: StaticString) -> Bool {
        range.count == literal.utf8CodeUnitCount && holds(literal, at: range.lowerBound)
    }

    /// Whether the bytes of a literal stand at an offset.
    private func holds(_ literal: StaticString, at offset: Int) -> Bool {
        let count = literal.utf8CodeUnitCount
        guard count >= 8 else {
            for index in 0..<count where byte(offset &+ index) != literal.utf8Start[index] { return false }
            return true
        }
        let expected = UnsafeRawPointer(literal.utf8Start)
        // The last eight bytes may overlap with those before them.
        var place = 0
        while place &+ 8 < count {
            if word(offset &+ place) != Self.word(expected, place) { return false }
            place &+= 8
        }
        let last = count &- 8
        return word(offset &+ last) == Self.word(expected, last)
    }

    @inline(__always)
    private static func word(_ memory: UnsafeRawPointer, _ offset: Int) -> UInt64 {
        UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Whether the bytes of a range are the UTF-8 of a string. Most that are not have another length.
    @inline(__always)
    func matches(_ range: Range<Int>, _ text: String) -> Bool {
        range.count == text.utf8.count && holds(text, at: range.lowerBound)
    }

    private func holds(_ text: String, at start: Int) -> Bool {
        var text = text
        return text.withUTF8 { expected in
            for index in 0..<expected.count where byte(start + index) != expected[index] { return false }
            return true
        }
    }
}
