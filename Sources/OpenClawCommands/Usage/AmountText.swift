#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// An amount of money for people: at most six decimals. JSON and CSV have all of them.
enum AmountText {
    static func short(_ amount: Decimal) -> String {
        if amount < 0 { return "-" + short(-amount) }
        let half = Decimal(sign: .plus, exponent: -1, significand: 5)
        guard let micros = Int("\(amount * 1_000_000 + half)".prefix { $0 != "." }) else {
            return "\(amount)"
        }
        if micros == 0 { return amount > 0 ? "<0.000001" : "0" }
        let (whole, rest) = micros.quotientAndRemainder(dividingBy: 1_000_000)
        let digits = String(rest)
        var decimals = String(repeating: "0", count: 6 - digits.count) + digits
        while decimals.last == "0" { decimals.removeLast() }
        return decimals.isEmpty ? String(whole) : "\(whole).\(decimals)"
    }
}
