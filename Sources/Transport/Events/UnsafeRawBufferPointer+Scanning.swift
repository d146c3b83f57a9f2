#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension UInt8 {
    static let lineFeed: UInt8 = 0x0A
    static let carriageReturn: UInt8 = 0x0D

    var isDigit: Bool { self >= 0x30 && self <= 0x39 }
}

extension UnsafeRawBufferPointer {
    /// The offset of a byte at or after a position; `count` when there is none.
    @inline(__always)
    func firstOffset(of byte: UInt8, from position: Int) -> Int {
        guard let baseAddress, position < count,
            let found = memchr(baseAddress + position, Int32(byte), count - position)
        else { return count }
        return UnsafeRawPointer(found) - baseAddress
    }

    /// Whether a range of the buffer begins with a text.
    @inline(__always)
    func hasPrefix(_ text: StaticString, in range: Range<Int>) -> Bool {
        guard let baseAddress, range.count >= text.utf8CodeUnitCount else { return false }
        return memcmp(baseAddress + range.lowerBound, text.utf8Start, text.utf8CodeUnitCount) == 0
    }
}

extension Slice<UnsafeRawBufferPointer> {
    func isEqual(to text: StaticString) -> Bool {
        base.hasPrefix(text, in: startIndex..<endIndex) && count == text.utf8CodeUnitCount
    }
}
