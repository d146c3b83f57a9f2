#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// The MD5 (RFC 1321) of a file, which the service tells of each.
enum MD5 {
    private static let turns: [UInt32] = [7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21]
    private static let constants = (1...64).map { UInt32(abs(sin(Double($0))) * 4_294_967_296) }

    static func hash(_ bytes: [UInt8]) -> [UInt8] {
        var state: SIMD4<UInt32> = [0x6745_2301, 0xEFCD_AB89, 0x98BA_DCFE, 0x1032_5476]
        let zeros = (119 - bytes.count % 64) % 64
        let length = withUnsafeBytes(of: (UInt64(bytes.count) &* 8).littleEndian, Array.init)
        let padded = bytes + [0x80] + [UInt8](repeating: 0, count: zeros) + length
        padded.withUnsafeBytes { memory in
            for start in stride(from: 0, to: memory.count, by: 64) {
                state = round(state, UnsafeRawBufferPointer(rebasing: memory[start..<start + 64]))
            }
        }
        return state.indices.flatMap { withUnsafeBytes(of: state[$0].littleEndian, Array.init) }
    }

    private static func round(_ state: SIMD4<UInt32>, _ block: UnsafeRawBufferPointer) -> SIMD4<UInt32> {
        var (a, b, c, d) = (state[0], state[1], state[2], state[3])
        for step in 0..<64 {
            let (mixed, word) =
                switch step / 16 {
                case 0: ((b & c) | (~b & d), step)
                case 1: ((d & b) | (~d & c), (5 * step + 1) % 16)
                case 2: (b ^ c ^ d, (3 * step + 5) % 16)
                default: (c ^ (b | ~d), 7 * step % 16)
                }
            let value = UInt32(littleEndian: block.loadUnaligned(fromByteOffset: 4 * word, as: UInt32.self))
            let sum = a &+ mixed &+ constants[step] &+ value
            let turn = turns[step / 16 * 4 + step % 4]
            (a, d, c, b) = (d, c, b, b &+ ((sum << turn) | (sum >> (32 - turn))))
        }
        return state &+ [a, b, c, d]
    }
}
