#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension [UInt8] {
    mutating func append(_ literal: StaticString) { literal.withUTF8Buffer { append(contentsOf: $0) } }

    /// Appends a range of other bytes.
    mutating func append(_ data: RawSpan, _ range: Range<Int>) {
        data.extracting(range).withUnsafeBytes { append(contentsOf: $0) }
    }
}

extension RawSpan {
    /// Whether a range holds these bytes.
    func holds(_ bytes: [UInt8], at range: Range<Int>) -> Bool {
        guard range.count == bytes.count else { return false }
        return extracting(range).withUnsafeBytes { found in
            found.baseAddress.map { memcmp($0, bytes, bytes.count) == 0 } ?? true
        }
    }

    /// Whether a byte occurs in a range.
    func contains(_ byte: UInt8, in range: Range<Int>) -> Bool {
        extracting(range).withUnsafeBytes { bytes in
            bytes.baseAddress.map { memchr($0, Int32(byte), bytes.count) != nil } ?? false
        }
    }
}
