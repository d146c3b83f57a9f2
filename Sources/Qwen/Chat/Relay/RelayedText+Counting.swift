import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

extension RelayedText {
    /// Counts the characters of a JSON string, given with its quotes.
    mutating func count(_ range: Range<Int>, in data: RawSpan) {
        data.extracting((range.lowerBound + 1)..<(range.upperBound - 1)).withUnsafeBytes { bytes in
            guard let start = bytes.baseAddress else { return }
            var offset = 0
            while let found = memchr(start + offset, Int32(UInt8(ascii: "\\")), bytes.count - offset) {
                let escape = UnsafeRawPointer(found) - start
                countPlain(bytes, offset..<escape)
                let isUnit = escape + 1 < bytes.count && bytes[escape + 1] == UInt8(ascii: "u")
                if isUnit { other += 1 } else { ascii += 1 }
                offset = min(escape + (isUnit ? 6 : 2), bytes.count)
            }
            countPlain(bytes, offset..<bytes.count)
        }
    }

    /// Counts 32 bytes at a time as long as all are of ASCII, else eight.
    private mutating func countPlain(_ bytes: UnsafeRawBufferPointer, _ range: Range<Int>) {
        var offset = range.lowerBound
        while offset &+ 8 <= range.upperBound {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            if offset &+ 32 <= range.upperBound {
                let rest = (1..<4).reduce(word) {
                    $0 | bytes.loadUnaligned(fromByteOffset: offset &+ $1 &* 8, as: UInt64.self)
                }
                if rest & Self.highs == 0 {
                    ascii &+= 32
                    offset &+= 32
                    continue
                }
            }
            let beyond = word & Self.highs
            ascii &+= 8 &- Self.count(beyond)
            // Of the bytes of a character only the first one has its two highest bits set.
            other &+= Self.count(beyond & (word &<< 1))
            offset &+= 8
        }
        for byte in bytes[offset..<range.upperBound] {
            if byte < 0x80 { ascii &+= 1 } else if byte >= 0xC0 { other &+= 1 }
        }
    }

    private static var highs: UInt64 { 0x8080_8080_8080_8080 }

    /// How many bytes of a word have their highest bit set, when no other bits are: a multiplication adds them up.
    private static func count(_ marks: UInt64) -> Int {
        Int(truncatingIfNeeded: ((marks &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
    }
}
