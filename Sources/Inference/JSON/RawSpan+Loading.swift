/// The only place of the module that reads memory by offset. Every load is checked against the span's bounds, and the
/// types loaded have no invalid bit patterns, so none of it can go wrong in the way that `unsafeLoad` warns of.
extension RawSpan {
    /// Whether there is a byte at an offset. One comparison, because a negative offset looks larger than any length.
    @inlinable
    @inline(__always)
    func isInside(_ offset: Int) -> Bool { UInt(bitPattern: offset) < UInt(bitPattern: byteCount) }

    // The check of the library would be a second one where it was asked before whether the offset is inside.
    @inlinable
    @inline(__always)
    func byte(_ offset: Int) -> UInt8 {
        precondition(isInside(offset))
        return unsafeLoadUnaligned(fromUncheckedByteOffset: offset, as: UInt8.self)
    }

    @inline(__always)
    func word(_ offset: Int) -> UInt64 {
        UInt64(littleEndian: unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// 64 bytes as words in the order of the machine, by the pairs that processors take at once.
    @inline(__always)
    func words(_ offset: Int) -> (SIMD2<UInt64>, SIMD2<UInt64>, SIMD2<UInt64>, SIMD2<UInt64>) {
        precondition(offset >= 0 && offset <= byteCount &- 64)
        func pair(_ place: Int) -> SIMD2<UInt64> {
            unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ place, as: SIMD2<UInt64>.self)
        }
        return (pair(0), pair(16), pair(32), pair(48))
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
    @inlinable
    @inline(__always)
    func matches(_ range: Range<Int>, _ literal: StaticString) -> Bool {
        range.count == literal.utf8CodeUnitCount && holds(literal, at: range.lowerBound)
    }

    /// Whether the bytes of a literal stand at an offset.
    @inlinable
    @inline(__always)
    func holds(_ literal: StaticString, at offset: Int) -> Bool {
        holds(UnsafeRawPointer(literal.utf8Start), literal.utf8CodeUnitCount, at: offset)
    }

    /// Whether bytes stand at an offset. Of a literal this is a comparison or two with constants, where it is inlined.
    @inlinable
    @inline(__always)
    func holds(_ expected: UnsafeRawPointer, _ count: Int, at offset: Int) -> Bool {
        precondition(offset >= 0 && offset <= byteCount &- count)
        func holds<Word: FixedWidthInteger & BitwiseCopyable>(_ place: Int, _: Word.Type) -> Bool {
            unsafeLoadUnaligned(fromUncheckedByteOffset: offset &+ place, as: Word.self)
                == expected.loadUnaligned(fromByteOffset: place, as: Word.self)
        }
        // The last bytes may overlap with those before them.
        if count >= 8 {
            var place = 0
            while place &+ 8 < count {
                guard holds(place, UInt64.self) else { return false }
                place &+= 8
            }
            return holds(count &- 8, UInt64.self)
        }
        if count >= 4 { return holds(0, UInt32.self) && holds(count &- 4, UInt32.self) }
        if count >= 2 { return holds(0, UInt16.self) && holds(count &- 2, UInt16.self) }
        return count == 0 || holds(0, UInt8.self)
    }

    /// Whether a key, given with its quotes, is a literal of plain characters. Escaped spellings count as what they mean.
    @inlinable
    @inline(__always)
    func isKey(_ key: Range<Int>, hasEscapes: Bool, _ literal: StaticString) -> Bool {
        if hasEscapes { return JSONScanner.isEscaped(key, in: self, for: literal) }
        // Most keys that are not have another length; with that, whoever asks for many of them is done.
        return key.upperBound &- key.lowerBound &- 2 == literal.utf8CodeUnitCount
            && holds(literal, at: key.lowerBound &+ 1)
    }

    /// Whether the bytes of a range are the UTF-8 of a string. Most that are not have another length.
    @inline(__always)
    func matches(_ range: Range<Int>, _ text: String) -> Bool {
        range.count == text.utf8.count && holds(text, at: range.lowerBound)
    }

    private func holds(_ text: String, at start: Int) -> Bool {
        var text = text
        return text.withUTF8 { expected in
            expected.baseAddress.map { holds(UnsafeRawPointer($0), expected.count, at: start) } ?? true
        }
    }
}
