/// A point of the curve P-256 (FIPS 186-4) in Jacobian coordinates.
struct CurvePoint: Sendable {
    private var x: Number256
    private var y: Number256
    private var z: Number256

    static let field = Modulus([0xFFFF_FFFF_FFFF_FFFF, 0x0000_0000_FFFF_FFFF, 0, 0xFFFF_FFFF_0000_0001])
    /// How many points the curve has.
    static let order = Modulus([
        0xF3B9_CAC2_FC63_2551, 0xBCE6_FAAD_A717_9E84, 0xFFFF_FFFF_FFFF_FFFF, 0xFFFF_FFFF_0000_0000,
    ])

    private static let nowhere = CurvePoint(x: field.one, y: field.one, z: .zero)
    private static let generator = CurvePoint(
        x: field.form([0xF4A1_3945_D898_C296, 0x7703_7D81_2DEB_33A0, 0xF8BC_E6E5_63A4_40F2, 0x6B17_D1F2_E12C_4247]),
        y: field.form([0xCBB6_4068_37BF_51F5, 0x2BCE_3357_6B31_5ECE, 0x8EE7_EB4A_7C0F_9E16, 0x4FE3_42E2_FE1A_7F9B]),
        z: field.one)

    /// The generator so many times.
    static func generator(times factor: Number256) -> CurvePoint {
        var result = nowhere
        for place in (0..<256).reversed() {
            result = result.doubled
            if factor.bit(place) { result = result.sum(generator) }
        }
        return result
    }

    /// The coordinates as plain numbers.
    var affine: (x: Number256, y: Number256) {
        let field = Self.field
        let inverse = field.reciprocal(z)
        let square = field.product(inverse, inverse)
        return (
            field.number(field.product(x, square)), field.number(field.product(y, field.product(square, inverse)))
        )
    }

    private var doubled: CurvePoint {
        let field = Self.field
        let delta = field.product(z, z)
        let gamma = field.product(y, y)
        let beta = field.product(x, gamma)
        let third = field.product(field.difference(x, delta), field.sum(x, delta))
        let alpha = field.sum(third, field.sum(third, third))
        let four = Self.twice(Self.twice(beta))
        let newX = field.difference(field.product(alpha, alpha), Self.twice(four))
        let both = field.sum(y, z)
        let newZ = field.difference(field.difference(field.product(both, both), gamma), delta)
        let eight = Self.twice(Self.twice(Self.twice(field.product(gamma, gamma))))
        return CurvePoint(
            x: newX, y: field.difference(field.product(alpha, field.difference(four, newX)), eight), z: newZ)
    }

    private func sum(_ other: CurvePoint) -> CurvePoint {
        if z == .zero { return other }
        if other.z == .zero { return self }
        let field = Self.field
        let (mine, theirs) = (field.product(z, z), field.product(other.z, other.z))
        let (first, second) = (field.product(x, theirs), field.product(other.x, mine))
        let (low, high) = (
            field.product(y, field.product(other.z, theirs)), field.product(other.y, field.product(z, mine))
        )
        let (run, rise) = (field.difference(second, first), field.difference(high, low))
        if run == .zero { return rise == .zero ? doubled : Self.nowhere }
        let square = field.product(run, run)
        let cube = field.product(run, square)
        let middle = field.product(first, square)
        let newX = field.difference(field.difference(field.product(rise, rise), cube), Self.twice(middle))
        let newY = field.difference(
            field.product(rise, field.difference(middle, newX)), field.product(low, cube))
        return CurvePoint(x: newX, y: newY, z: field.product(run, field.product(z, other.z)))
    }

    private static func twice(_ number: Number256) -> Number256 { field.sum(number, number) }
}
