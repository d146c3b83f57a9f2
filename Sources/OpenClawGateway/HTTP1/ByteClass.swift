/// Which bytes may stand where in a head, after RFC 9110 and 9112.
enum ByteClass {
    /// One bit for every letter of ASCII: digits, letters and `!#$%&'*+-.^_`|~`. Constants, so that no first use is waited for.
    private static var tokens: (low: UInt64, high: UInt64) { (0x03FF_6CFA_0000_0000, 0x57FF_FFFF_C7FF_FFFE) }

    /// A letter of a name: of a method or of a header field.
    @inline(__always)
    static func isToken(_ byte: UInt8) -> Bool {
        guard byte < 128 else { return false }
        return ((byte < 64 ? tokens.low : tokens.high) >> UInt64(byte & 63)) & 1 == 1
    }

    /// A byte of a field's value: visible, a blank, a tab, or beyond ASCII.
    @inline(__always)
    static func isValue(_ byte: UInt8) -> Bool { (byte >= 0x20 && byte != 0x7F) || byte == 0x09 }

    /// Whether all bytes of a range may stand in a field's value.
    static func areValues(_ range: Range<Int>, in head: UnsafeRawBufferPointer) -> Bool {
        for offset in plainEnd(of: range, in: head)..<range.upperBound where !isValue(head[offset]) { return false }
        return true
    }

    /// A byte of visible ASCII, or a space.
    @inline(__always)
    static func isPlain(_ byte: UInt8) -> Bool { byte >= 0x20 && byte < 0x7F }

    static func arePlain(_ bytes: UnsafeRawBufferPointer) -> Bool {
        let range = 0..<bytes.count
        for offset in plainEnd(of: range, in: bytes)..<range.upperBound where !isPlain(bytes[offset]) { return false }
        return true
    }

    /// How far all bytes are plain, in steps of eight; the last step may look at some for the second time.
    @inline(__always)
    private static func plainEnd(of range: Range<Int>, in memory: UnsafeRawBufferPointer) -> Int {
        var offset = range.lowerBound
        let last = range.upperBound &- 8
        guard offset <= last else { return offset }
        while offset < last {
            guard HeadWord(memory, at: offset).isPlain else { return offset }
            offset &+= 8
        }
        return HeadWord(memory, at: last).isPlain ? range.upperBound : offset
    }

    /// Where the name ends that begins a line.
    @inline(__always)
    static func tokenEnd(in line: HeadSlice, of head: UnsafeRawBufferPointer) -> Int {
        var offset = line.start
        while offset &+ 8 <= line.end {
            let length = HeadWord(head, at: offset).nameLength
            offset &+= length
            guard length == 8 else { break }
        }
        while offset < line.end, isToken(head[offset]) { offset &+= 1 }
        return offset
    }

    /// A byte of a request target. What needs percent encoding is no part of one.
    @inline(__always)
    static func isTarget(_ byte: UInt8) -> Bool { byte > 0x20 && byte < 0x7F && byte != UInt8(ascii: "#") }

    @inline(__always)
    static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }

    @inline(__always)
    static func digit(_ byte: UInt8) -> Int? { byte >= 0x30 && byte <= 0x39 ? Int(byte) - 0x30 : nil }

    static func hexDigit(_ byte: UInt8) -> Int? {
        switch byte {
        case 0x30...0x39: Int(byte) - 0x30
        case 0x41...0x46: Int(byte) - 0x41 + 10
        case 0x61...0x66: Int(byte) - 0x61 + 10
        default: nil
        }
    }
}
