#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Price {
    /// The tier of a request: the first that covers all of its input tokens, cached ones included.
    public func tier(forInput tokens: Int) -> PriceTier? {
        tiers.first { tier in tier.upToInputTokens.map { tokens <= $0 } ?? true }
    }

    /// What a request cost in `currency`, exactly; `nil` when a part of it has no known price. Never zero for unknown.
    ///
    /// The whole request is charged at the tier of its input. Cache reads are those of the explicit cache when the
    /// request also wrote to it or `explicitCache` says so, because the service never mixes both caches in a request.
    ///
    /// ```swift
    /// let price = model.price(on: endpoint)
    /// let cost = price?.cost(of: usage, thinking: false)  // 0.0052 of price?.currency
    /// ```
    public func cost(of usage: Usage, thinking: Bool, explicitCache: Bool = false) -> Decimal? {
        guard let tier = tier(forInput: usage.input) else { return nil }
        return tier.cost(of: usage, thinking: thinking, explicitCache: explicitCache || usage.cacheWrite > 0)
    }
}

extension PriceTier {
    func cost(of usage: Usage, thinking: Bool, explicitCache: Bool) -> Decimal? {
        let apart = audioInput == nil ? 0 : usage.audio ?? 0
        let plain = usage.input - usage.cacheRead - usage.cacheWrite - apart
        // Counts that contradict each other have no price.
        guard plain >= 0, usage.output >= 0, usage.cacheRead >= 0, usage.cacheWrite >= 0, apart >= 0 else { return nil }
        let parts: [(tokens: Int, price: Decimal?)] = [
            (plain, input), (apart, audioInput), (usage.cacheRead, explicitCache ? explicitCacheRead : cacheRead),
            (usage.cacheWrite, cacheWrite), (usage.output, thinking ? thinkingOutput ?? output : output),
        ]
        var sum: Decimal = 0
        for part in parts where part.tokens > 0 {
            guard let price = part.price else { return nil }
            sum += Decimal(part.tokens) * price
        }
        return sum / 1_000_000
    }
}
