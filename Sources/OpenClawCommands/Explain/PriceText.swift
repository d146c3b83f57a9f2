import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A price for people and for programs.
struct PriceText {
    let price: ExplainedPrice

    init(_ price: ExplainedPrice) { self.price = price }

    var lines: [String] {
        switch price {
        case .included(let plan, _): ["included in \(plan.label)"]
        case .unknown: ["unknown: nobody published one"]
        case .tiers(let price, _):
            price.tiers.indices.map { index in
                let end = price.tiers[index].upToInputTokens.map { "input up to \(LimitText.grouped($0)): " }
                let start = index > 0 ? price.tiers[index - 1].upToInputTokens : nil
                let size = end ?? start.map { "input above \(LimitText.grouped($0)): " } ?? ""
                let amounts = Self.amounts(of: price.tiers[index]).map { "\($0.name) \($0.amount)" }
                return size + amounts.joined(separator: ", ") + " \(price.currency) per million tokens"
            }
        }
    }

    var source: String? {
        switch price {
        case .included(_, let source), .tiers(_, let source): source
        case .unknown: nil
        }
    }

    private static func amounts(of tier: PriceTier) -> [(name: String, key: String, amount: Decimal)] {
        let all: [(String, String, Decimal?)] = [
            ("in", "input", tier.input), ("out", "output", tier.output),
            ("out when thinking", "thinkingOutput", tier.thinkingOutput),
            ("cache read", "cacheRead", tier.cacheRead),
            ("explicit cache read", "explicitCacheRead", tier.explicitCacheRead),
            ("cache write", "cacheWrite", tier.cacheWrite), ("audio in", "audioInput", tier.audioInput),
            ("audio out", "audioOutput", tier.audioOutput),
        ]
        return all.compactMap { name, key, amount in amount.map { (name, key, $0) } }
    }

    var json: JSONValue {
        switch price {
        case .included(let plan, let source):
            ["kind": "included", "plan": .string(plan.label), "source": .string(source)]
        case .unknown: ["kind": "unknown"]
        case .tiers(let price, let source):
            .members { object in
                object["kind"] = "amount"
                object["currency"] = .string(price.currency)
                object["per"] = "1000000 tokens"
                object["tiers"] = .array(price.tiers.map(Self.json))
                object["source"] = .string(source)
                object["why"] = "the tier is chosen by the input of the whole request"
            }
        }
    }

    private static func json(_ tier: PriceTier) -> JSONValue {
        .members { object in
            object["upToInputTokens"] = .count(tier.upToInputTokens)
            for amount in amounts(of: tier) { object[amount.key] = .string("\(amount.amount)") }
        }
    }
}
