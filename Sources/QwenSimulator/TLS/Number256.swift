/// A number of 256 bits, the least limb first.
typealias Number256 = SIMD4<UInt64>

extension Number256 {
    /// - Parameter bytes: at most 32 of them, the greatest first.
    init(bigEndian bytes: [UInt8]) {
        self = .zero
        for (place, byte) in bytes.reversed().enumerated() { self[place / 8] |= UInt64(byte) << (8 * (place % 8)) }
    }

    var bigEndian: [UInt8] {
        (0..<32).map { UInt8(truncatingIfNeeded: self[3 - $0 / 8] >> (56 - 8 * ($0 % 8))) }
    }

    func bit(_ place: Int) -> Bool { self[place / 64] >> (place % 64) & 1 == 1 }

    static func isLess(_ left: Number256, _ right: Number256) -> Bool {
        for limb in (0..<4).reversed() where left[limb] != right[limb] { return left[limb] < right[limb] }
        return false
    }

    /// The sum, and whether it has a 257th bit.
    static func sum(_ left: Number256, _ right: Number256) -> (Number256, Bool) {
        var (result, carry) = (Number256.zero, UInt64(0))
        for limb in 0..<4 {
            let (first, one) = left[limb].addingReportingOverflow(right[limb])
            let (second, two) = first.addingReportingOverflow(carry)
            (result[limb], carry) = (second, one || two ? 1 : 0)
        }
        return (result, carry == 1)
    }

    /// The difference modulo 2^256.
    static func difference(_ left: Number256, _ right: Number256) -> Number256 {
        var (result, borrow) = (Number256.zero, UInt64(0))
        for limb in 0..<4 {
            let (first, one) = left[limb].subtractingReportingOverflow(right[limb])
            let (second, two) = first.subtractingReportingOverflow(borrow)
            (result[limb], borrow) = (second, one || two ? 1 : 0)
        }
        return result
    }
}
