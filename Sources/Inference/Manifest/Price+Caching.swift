#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

extension Price {
    /// Whether a marked prefix costs less than an unmarked one from its second sending on, and a hit no more than one of
    /// the automatic cache. `false` when a price for it is missing.
    public var explicitCachingPays: Bool {
        guard let tier = tiers.first, let read = tier.explicitCacheRead, let write = tier.cacheWrite else {
            return false
        }
        return write + read < tier.input * 2 && read <= tier.cacheRead ?? tier.input
    }

    /// What the caches have saved in `currency`, exactly: what the same tokens would have cost uncached, less what they
    /// did. Writing costs more than plain input, so it is negative for what is never read. `nil` when a price is missing.
    public func saving(of usage: Usage, explicitCache: Bool = false) -> Decimal? {
        var uncached = usage
        (uncached.cacheRead, uncached.cacheWrite) = (0, 0)
        guard let paid = cost(of: usage, thinking: false, explicitCache: explicitCache),
            let full = cost(of: uncached, thinking: false)
        else { return nil }
        return full - paid
    }
}
