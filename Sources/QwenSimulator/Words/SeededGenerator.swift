/// SplitMix64: the same seed and salt give the same run of numbers on every machine.
struct SeededGenerator: RandomNumberGenerator, Sendable {
    private var state: UInt64

    init(seed: UInt64, salt: String) {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325 ^ seed
        for byte in salt.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        state = hash
    }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func hexadecimal(_ count: Int) -> String {
        var text = ""
        while text.count < count {
            let digits = String(next(), radix: 16)
            text += String(repeating: "0", count: 16 - digits.count) + digits
        }
        return String(text.prefix(count))
    }

    /// Eight-four-four-four-twelve, its third group starting with 9 as the service's own identifiers do.
    mutating func identifier() -> String {
        let digits = hexadecimal(32)
        var groups: [String] = []
        var rest = digits[...]
        for length in [8, 4, 4, 4, 12] {
            groups.append(String(rest.prefix(length)))
            rest = rest.dropFirst(length)
        }
        groups[2] = "9" + groups[2].dropFirst()
        return groups.joined(separator: "-")
    }
}
