/// Walks over white space and comments of a JSON5 text that is valid UTF-8.
struct JSON5Scanner {
    let bytes: [UInt8]
    var position: Int

    init(_ bytes: [UInt8], at position: Int = 0) {
        self.bytes = bytes
        self.position = position
    }

    var current: UInt8? { bytes[safe: position] }
    var next: UInt8? { bytes[safe: position + 1] }

    /// Skips all white space and comments; false when a comment has no end.
    mutating func skipTrivia() -> Bool {
        while true {
            skipWhiteSpace()
            guard current == Byte.slash, next == Byte.slash || next == Byte.star else { return true }
            guard skipComment() else { return false }
        }
    }

    mutating func skipWhiteSpace() {
        while let length = whiteSpaceLength() { position += length }
    }

    /// Skips the comment that begins here; false, and at the end of the text, when it has no end.
    mutating func skipComment() -> Bool {
        let isLine = next == Byte.slash
        position += 2
        while let byte = current {
            if isLine {
                if lineEndLength() != nil { return true }
            } else if byte == Byte.star, next == Byte.slash {
                position += 2
                return true
            }
            position += 1
        }
        return isLine
    }

    /// The length of the line end here: LF, CR, CRLF, U+2028 or U+2029.
    func lineEndLength() -> Int? {
        switch current {
        case Byte.lineFeed: 1
        case Byte.carriageReturn: next == Byte.lineFeed ? 2 : 1
        case 0xE2 where next == 0x80 && [0xA8, 0xA9].contains(bytes[safe: position + 2]): 3
        default: nil
        }
    }

    /// The length of the white space character here.
    func whiteSpaceLength() -> Int? {
        switch current {
        case 0x09, 0x0A, 0x0B, 0x0C, 0x0D, 0x20: return 1
        case 0xC2: return next == 0xA0 ? 2 : nil
        case 0xE1, 0xE2, 0xE3, 0xEF: return isWideWhiteSpace() ? 3 : nil
        default: return nil
        }
    }

    /// The byte order mark, the line separators, and the space separators of Unicode.
    private func isWideWhiteSpace() -> Bool {
        guard position + 2 < bytes.count else { return false }
        switch (bytes[position], bytes[position + 1], bytes[position + 2]) {
        case (0xEF, 0xBB, 0xBF), (0xE1, 0x9A, 0x80), (0xE2, 0x81, 0x9F), (0xE3, 0x80, 0x80): return true
        case (0xE2, 0x80, let last): return (0x80...0x8A).contains(last) || [0xA8, 0xA9, 0xAF].contains(last)
        default: return false
        }
    }
}
