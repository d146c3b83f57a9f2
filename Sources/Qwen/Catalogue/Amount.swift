#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A short exact decimal: `significand` times ten to the `exponent`. Multiplying and reading one costs next to nothing,
/// where a start of the program would feel hundreds of `Decimal` operations.
struct Amount: Hashable {
    let significand: Int
    let exponent: Int

    private init(significand: Int, exponent: Int) {
        self.significand = significand
        self.exponent = exponent
    }

    /// Reads plain digits with at most one point; 15 digits at most, and no sign.
    init?(_ text: String) {
        var (significand, fraction, digits, hasPoint) = (0, 0, 0, false)
        for byte in text.utf8 {
            switch byte {
            case UInt8(ascii: "."):
                guard !hasPoint, digits > 0 else { return nil }
                hasPoint = true
            case UInt8(ascii: "0")...UInt8(ascii: "9"):
                significand = significand * 10 + Int(byte - UInt8(ascii: "0"))
                digits += 1
                if hasPoint { fraction += 1 }
            default: return nil
            }
            guard digits <= 15 else { return nil }
        }
        guard digits > 0, !hasPoint || fraction > 0 else { return nil }
        self.init(significand: significand, exponent: -fraction)
    }

    /// The product; `nil` when it leaves the range.
    static func * (left: Amount, right: Amount) -> Amount? {
        let (significand, overflows) = left.significand.multipliedReportingOverflow(by: right.significand)
        return overflows ? nil : Amount(significand: significand, exponent: left.exponent + right.exponent)
    }

    /// The value.
    var decimal: Decimal { Decimal(sign: .plus, exponent: exponent, significand: Decimal(significand)) }
}
