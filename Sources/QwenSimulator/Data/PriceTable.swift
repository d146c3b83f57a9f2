#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The prices of `prices.json`. Amounts are counted in millionths of a millionth of a unit, so that sums are exact.
struct PriceTable: Sendable {
    private struct Tier {
        let upTo: Int?
        let input: Int
        let output: Int
        let thinking: Int

        init?(_ entry: JSON) {
            guard let input = entry["input"]?.double, let output = entry["output"]?.double else { return nil }
            // A price per million tokens is a number of millionths per token.
            let exact = { (price: Double) in Int((price * 1_000_000).rounded()) }
            upTo = entry["upTo"]?.int
            self.input = exact(input)
            self.output = exact(output)
            thinking = exact(entry["thinking"]?.double ?? output)
        }
    }

    private struct Key: Hashable {
        let model: String
        let keyRing: String
    }

    private let rows: [Key: (currency: String, tiers: [Tier])]

    init(_ bytes: [UInt8]) throws {
        var rows: [Key: (currency: String, tiers: [Tier])] = [:]
        for entry in try JSONParser.parse(bytes)["prices"]?.array ?? [] {
            let tiers = (entry["tiers"]?.array ?? []).compactMap(Tier.init)
            guard let model = entry["model"]?.string, let ring = entry["keyRing"]?.string,
                let currency = entry["currency"]?.string, !tiers.isEmpty
            else { throw SimulatorError("prices.json holds an entry that lacks a field") }
            rows[Key(model: model, keyRing: ring)] = (currency, tiers)
        }
        self.rows = rows
    }

    /// What a request costs, as text such as `0.000123`; `nil` for a model without a price.
    func amount(_ usage: Usage, of model: String, keyRing: String, thinks: Bool) -> (amount: String, currency: String)?
    {
        guard let row = rows[Key(model: model, keyRing: keyRing)],
            let tier = row.tiers.first(where: { $0.upTo.map { usage.prompt <= $0 } ?? true })
        else { return nil }
        let fresh = usage.prompt - usage.cached - usage.created
        let inputs = fresh * 100 + usage.cached * (usage.isExplicit ? 10 : 20) + usage.created * 125
        let amount = inputs * tier.input / 100 + usage.completion * (thinks ? tier.thinking : tier.output)
        return (Self.text(amount), row.currency)
    }

    /// Millionths of a millionth as a decimal number without needless zeros.
    static func text(_ amount: Int) -> String {
        let whole = 1_000_000_000_000
        var fraction = String(String(whole + amount % whole).dropFirst())
        while fraction.hasSuffix("0") { fraction.removeLast() }
        return String(amount / whole) + (fraction.isEmpty ? "" : "." + fraction)
    }
}
