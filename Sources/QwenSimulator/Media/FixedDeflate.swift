/// A zlib stream for runs of equal bytes, in one block of fixed codes.
struct FixedDeflate {
    private var bytes: [UInt8] = [0x78, 0x01]
    private var current = 0
    private var used = 0
    private var last: UInt8?
    private var low = 1
    private var high = 0

    init() {
        bits(1, 1)
        bits(1, 2)
    }

    mutating func run(_ byte: UInt8, _ count: Int) {
        var rest = count
        if last != byte, rest > 0 {
            literal(byte)
            rest -= 1
        }
        while rest > 0 {
            let length = min(rest, 258)
            if length < 3 { literal(byte) } else { again(length) }
            rest -= length < 3 ? 1 : length
        }
        last = byte
        sum(byte, count)
    }

    mutating func finished() -> [UInt8] {
        code(0, 7)
        if used > 0 { bits(0, 8 - used) }
        var tail = ByteWriter()
        tail.big(high << 16 | low, 4)
        return bytes + tail.bytes
    }

    private mutating func literal(_ byte: UInt8) {
        if byte < 144 { code(0x30 + Int(byte), 8) } else { code(0x190 + Int(byte) - 144, 9) }
    }

    /// Repeats the byte before; codes of length come in groups of four with as many further bits as the group.
    private mutating func again(_ length: Int) {
        if length == 258 {
            symbol(285)
        } else if length <= 10 {
            symbol(254 + length)
        } else {
            let extra = (Int.bitWidth - (length - 3).leadingZeroBitCount) - 3
            symbol(257 + 4 * extra + (length - 3) >> extra)
            bits((length - 3) & (1 << extra - 1), extra)
        }
        code(0, 5)
    }

    private mutating func symbol(_ value: Int) {
        if value < 280 { code(value - 256, 7) } else { code(0xC0 + value - 280, 8) }
    }

    /// Adler-32 of a whole run.
    private mutating func sum(_ byte: UInt8, _ count: Int) {
        high = (high + count * low + Int(byte) * (count * (count + 1) / 2)) % 65_521
        low = (low + count * Int(byte)) % 65_521
    }

    /// Codes go in from their highest bit, everything else from its lowest.
    private mutating func code(_ value: Int, _ count: Int) {
        for shift in stride(from: count - 1, through: 0, by: -1) { bits(value >> shift & 1, 1) }
    }

    private mutating func bits(_ value: Int, _ count: Int) {
        current |= value << used
        used += count
        while used >= 8 {
            bytes.append(UInt8(current & 0xFF))
            current >>= 8
            used -= 8
        }
    }
}
