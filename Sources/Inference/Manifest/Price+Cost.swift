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
    /// request also wrote to it, the service or `explicitCache` says so, because the service never mixes both caches in a request.
    ///
    /// ```swift
    /// let price = model.price(on: endpoint)
    /// let cost = price?.cost(of: usage, thinking: false)  // 0.0052 of price?.currency
    /// ```
    public func cost(of usage: Usage, thinking: Bool, explicitCache: Bool = false) -> Decimal? {
        guard let tier = tier(forInput: usage.input) else { return nil }
        let isExplicit = explicitCache || usage.explicitCache == true || usage.cacheWrite > 0
        return tier.cost(of: usage, thinking: thinking, explicitCache: isExplicit)
    }
}

extension PriceTier {
    func cost(of usage: Usage, thinking: Bool, explicitCache: Bool) -> Decimal? {
        let apart = audioInput == nil ? 0 : usage.audio ?? 0
        let spoken = audioOutput == nil ? 0 : usage.audioOutput ?? 0
        let written = usage.output - spoken
        let plain = usage.input - usage.cacheRead - usage.cacheWrite - apart
        // Counts that contradict each other have no price.
        let counts = [plain, written, spoken, usage.cacheRead, usage.cacheWrite, apart]
        guard counts.allSatisfy({ $0 >= 0 }) else { return nil }
        let parts: [(tokens: Int, price: Decimal?)] = [
            (plain, input), (apart, audioInput), (usage.cacheRead, explicitCache ? explicitCacheRead : cacheRead),
            (usage.cacheWrite, cacheWrite), (written, thinking ? thinkingOutput ?? output : output),
            (spoken, audioOutput),
        ]
        var sum: Decimal = 0
        for part in parts where part.tokens > 0 {
            guard let price = part.price else { return nil }
            sum += Decimal(part.tokens) * price
        }
        return sum * perMillion
    }

    /// Multiplied with, because a division may round.
    private var perMillion: Decimal { Decimal(sign: .plus, exponent: -6, significand: 1) }
}
