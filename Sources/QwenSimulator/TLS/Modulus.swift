/// Arithmetic modulo an odd prime above 2^255, on numbers in Montgomery's form. It takes more time for some numbers than for others:
/// for keys that live as long as a simulator.
struct Modulus: Sendable {
    let prime: Number256
    /// One in Montgomery's form.
    let one: Number256
    private let square: Number256
    /// What the lowest limb of the prime has to be multiplied with to become -1.
    private let inverse: UInt64

    init(_ prime: Number256) {
        self.prime = prime
        // Newton's iteration doubles the right bits each time.
        var inverse: UInt64 = 1
        for _ in 0..<6 { inverse = inverse &* (2 &- prime[0] &* inverse) }
        self.inverse = 0 &- inverse
        // 2^256 is one prime and a little more.
        one = Number256.difference(.zero, prime)
        var square = one
        for _ in 0..<256 { square = Self.sum(square, square, prime) }
        self.square = square
    }

    /// Montgomery's form of a number.
    func form(_ number: Number256) -> Number256 { product(number, square) }

    /// The number behind Montgomery's form.
    func number(_ form: Number256) -> Number256 { product(form, [1, 0, 0, 0]) }

    func sum(_ left: Number256, _ right: Number256) -> Number256 { Self.sum(left, right, prime) }

    func difference(_ left: Number256, _ right: Number256) -> Number256 {
        let result = Number256.difference(left, right)
        return Number256.isLess(left, right) ? Number256.sum(result, prime).0 : result
    }

    func product(_ left: Number256, _ right: Number256) -> Number256 {
        var total = SIMD8<UInt64>.zero
        for limb in 0..<4 {
            Self.add(left, times: right[limb], to: &total)
            Self.add(prime, times: total[0] &* inverse, to: &total)
            // The lowest limb is zero now.
            for place in 0..<5 { total[place] = total[place + 1] }
            total[5] = 0
        }
        let result: Number256 = [total[0], total[1], total[2], total[3]]
        let isOver = total[4] != 0 || !Number256.isLess(result, prime)
        return isOver ? Number256.difference(result, prime) : result
    }

    /// What makes one with a number other than zero, by Fermat's little theorem.
    func reciprocal(_ number: Number256) -> Number256 {
        let exponent = Number256.difference(prime, [2, 0, 0, 0])
        var result = one
        for place in (0..<256).reversed() {
            result = product(result, result)
            if exponent.bit(place) { result = product(result, number) }
        }
        return result
    }

    private static func sum(_ left: Number256, _ right: Number256, _ prime: Number256) -> Number256 {
        let (result, isLong) = Number256.sum(left, right)
        return isLong || !Number256.isLess(result, prime) ? Number256.difference(result, prime) : result
    }

    private static func add(_ number: Number256, times factor: UInt64, to total: inout SIMD8<UInt64>) {
        var carry: UInt64 = 0
        for limb in 0..<4 {
            let (high, low) = number[limb].multipliedFullWidth(by: factor)
            let (first, one) = low.addingReportingOverflow(total[limb])
            let (second, two) = first.addingReportingOverflow(carry)
            total[limb] = second
            carry = high &+ (one ? 1 : 0) &+ (two ? 1 : 0)
        }
        let (top, isOver) = total[4].addingReportingOverflow(carry)
        total[4] = top
        if isOver { total[5] &+= 1 }
    }
}
