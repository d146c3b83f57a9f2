/// Our own ids of requests: random, and short enough to live without an allocation.
struct CallIDs {
    private var state: UInt64

    init(seed: UInt64 = .random(in: .min ... .max)) { state = seed }

    /// Fifteen hexadecimal digits.
    mutating func next() -> String {
        var value = draw()
        return String(unsafeUninitializedCapacity: 15) { bytes in
            for index in 0..<15 {
                let digit = UInt8(truncatingIfNeeded: value & 0xF)
                bytes[index] = digit < 10 ? 0x30 + digit : 0x57 + digit
                value >>= 4
            }
            return 15
        }
    }

    /// The id of a span in a trace: sixteen hexadecimal digits, never all zero.
    mutating func nextSpan() -> String {
        let digits = String(max(1, draw()), radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }

    private mutating func draw() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var value = state
        value = (value ^ (value >> 30)) &* 0xBF58_476D_1CE4_E5B9
        value = (value ^ (value >> 27)) &* 0x94D0_49BB_1331_11EB
        return value ^ (value >> 31)
    }
}
