/// Eight bytes of a head that are looked at together. The lowest byte is the first one; a mark is the highest bit of a byte.
struct HeadWord {
    private let bits: UInt64

    private static var ones: UInt64 { 0x0101_0101_0101_0101 }
    private static var marks: UInt64 { 0x8080_8080_8080_8080 }

    @inline(__always)
    init(_ memory: UnsafeRawBufferPointer, at offset: Int) {
        bits = UInt64(littleEndian: memory.loadUnaligned(fromByteOffset: offset, as: UInt64.self))
    }

    /// Whether all bytes are visible ASCII or spaces: taking 0x20 from a byte borrows when it is less, adding 1 to 0x7F sets its
    /// highest bit. Borrows make false marks only above a true one.
    @inline(__always)
    var isPlain: Bool { (bits | (bits &- Self.ones &* 0x20) | (bits &+ Self.ones)) & Self.marks == 0 }

    /// Whether one of the bytes is this one.
    @inline(__always)
    func contains(_ byte: UInt8) -> Bool {
        let rest = bits ^ (Self.ones &* UInt64(byte))
        return (rest &- Self.ones) & ~rest & Self.marks != 0
    }

    /// How many bytes from the first one on are letters or hyphens, as nearly all names of fields.
    @inline(__always)
    var nameLength: Int {
        let rest = bits ^ (Self.ones &* 0x2D)
        let others = ((rest & ~Self.marks) &+ ~Self.marks) | rest
        return (others & ~Self.letters(bits | (Self.ones &* 0x20)) & Self.marks).trailingZeroBitCount / 8
    }

    /// Whether the bytes are those of a name in lower case, in whatever case they came: only letters may differ, and only in the
    /// bit that tells the cases apart.
    @inline(__always)
    func isNamed(_ name: HeadWord) -> Bool { (bits ^ name.bits) & ~(Self.letters(name.bits) >> 2) == 0 }

    /// Marks the letters in lower case.
    @inline(__always)
    private static func letters(_ bits: UInt64) -> UInt64 {
        let low = bits & ~marks
        return (low &+ (ones &* 0x1F)) & ~(low &+ (ones &* 0x05)) & ~bits & marks
    }
}
