import Inference

extension RelayedText {
    /// Counts the characters of a JSON string, given with its quotes.
    mutating func count(_ range: Range<Int>, in data: RawSpan) {
        data.extracting((range.lowerBound + 1)..<(range.upperBound - 1)).withUnsafeBytes { bytes in
            var offset = countPlain(bytes)
            while offset < bytes.count {
                let byte = bytes[offset]
                if byte == UInt8(ascii: "\\"), offset + 1 < bytes.count {
                    let isUnit = bytes[offset + 1] == UInt8(ascii: "u")
                    if isUnit { other += 1 } else { ascii += 1 }
                    offset += isUnit ? 6 : 2
                    continue
                }
                if byte < 0x80 { ascii += 1 } else if byte >= 0xC0 { other += 1 }
                offset += 1
            }
        }
    }

    /// Counts eight bytes at a time until the first escape.
    ///
    /// - Returns: the place behind what was counted.
    private mutating func countPlain(_ bytes: UnsafeRawBufferPointer) -> Int {
        let (ones, highs): (UInt64, UInt64) = (0x0101_0101_0101_0101, 0x8080_8080_8080_8080)
        var offset = 0
        while offset &+ 8 <= bytes.count {
            let word = bytes.loadUnaligned(fromByteOffset: offset, as: UInt64.self)
            let slash = word ^ (ones &* UInt64(UInt8(ascii: "\\")))
            guard (slash &- ones) & ~slash & highs == 0 else { break }
            let beyond = word & highs
            ascii += 8 - beyond.nonzeroBitCount
            // Of the bytes of a character only the first one has its two highest bits set.
            other += (beyond & (word &<< 1)).nonzeroBitCount
            offset &+= 8
        }
        return offset
    }
}
