#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Prices per million tokens for requests up to a size. Amounts are written as strings in the resource files, to be exact.
public struct PriceTier: Hashable, Sendable, Codable {
    /// The largest number of input tokens that the tier covers; `nil` for the last tier.
    public var upToInputTokens: Int?
    /// Input that was not cached.
    public var input: Decimal
    /// Output.
    public var output: Decimal
    /// Output of a request that thinks, where it is priced apart.
    public var thinkingOutput: Decimal?
    /// Input read from the implicit cache.
    public var cacheRead: Decimal?
    /// Input read from the explicit cache.
    public var explicitCacheRead: Decimal?
    /// Input written to the explicit cache.
    public var cacheWrite: Decimal?
}
