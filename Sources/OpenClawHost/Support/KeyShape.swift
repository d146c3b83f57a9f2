/// Recognises words that look like a key, whoever they belong to.
enum KeyShape {
    /// Replaces key-shaped words and what follows `Bearer`; the rest of the text stays byte for byte.
    static func scrub(_ text: String) -> String {
        let bytes = Array(text.utf8)
        guard bytes.count >= shortest else { return text }
        var result: [UInt8] = []
        var index = 0
        var copied = 0
        while index < bytes.count {
            guard let word = secretWord(in: bytes, at: index) else {
                index += 1
                continue
            }
            result.append(contentsOf: bytes[copied..<word.lowerBound])
            result.append(contentsOf: "***".utf8)
            index = word.upperBound
            copied = index
        }
        guard copied > 0 else { return text }
        result.append(contentsOf: bytes[copied...])
        return String(decoding: result, as: UTF8.self)
    }

    private static let shortest = 12
    private static let prefixes = ["sk-", "st-", "sk_", "AKIA", "LTAI", "ghp_"].map { Array($0.utf8) }
    private static let bearer = Array("bearer ".utf8)

    private static func secretWord(in bytes: [UInt8], at start: Int) -> Range<Int>? {
        guard start == 0 || !isWordByte(bytes[start - 1]) else { return nil }
        if starts(bytes, with: bearer, at: start, ignoringCase: true) {
            let first = start + bearer.count
            let end = bytes[first...].firstIndex { !isTokenByte($0) } ?? bytes.count
            return end - first >= 8 ? first..<end : nil
        }
        guard prefixes.contains(where: { starts(bytes, with: $0, at: start, ignoringCase: false) }) else { return nil }
        let end = bytes[start...].firstIndex { !isWordByte($0) } ?? bytes.count
        return end - start >= shortest + 3 ? start..<end : nil
    }

    private static func starts(_ bytes: [UInt8], with prefix: [UInt8], at start: Int, ignoringCase: Bool) -> Bool {
        guard bytes.count - start >= prefix.count else { return false }
        return prefix.indices.allSatisfy { offset in
            let byte = bytes[start + offset]
            let isUpper = ignoringCase && byte >= UInt8(ascii: "A") && byte <= UInt8(ascii: "Z")
            return (isUpper ? byte | 0x20 : byte) == prefix[offset]
        }
    }

    private static func isTokenByte(_ byte: UInt8) -> Bool {
        isWordByte(byte) || byte == UInt8(ascii: "/") || byte == UInt8(ascii: "=")
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"), UInt8(ascii: "."),
            UInt8(ascii: "+"), UInt8(ascii: "~"):
            true
        default: false
        }
    }
}
