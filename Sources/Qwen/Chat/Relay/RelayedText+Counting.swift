import Inference

extension RelayedText {
    /// Counts the characters of a JSON string, given with its quotes.
    mutating func count(_ range: Range<Int>, in data: RawSpan) {
        data.extracting((range.lowerBound + 1)..<(range.upperBound - 1)).withUnsafeBytes { bytes in
            var (ascii, other, offset) = (0, 0, 0)
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
            self.ascii += ascii
            self.other += other
        }
    }
}
