#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a model costs according to the user: US dollars per million tokens, in one tier.
public struct UserModelCost: Hashable, Sendable {
    /// Input that was not cached.
    public var input: Decimal
    /// Output.
    public var output: Decimal
    /// Input read from a cache.
    public var cacheRead: Decimal?
    /// Input written to a cache.
    public var cacheWrite: Decimal?

    public init(input: Decimal, output: Decimal, cacheRead: Decimal? = nil, cacheWrite: Decimal? = nil) {
        self.input = input
        self.output = output
        self.cacheRead = cacheRead
        self.cacheWrite = cacheWrite
    }

    /// Whether nothing costs anything. OpenClaw writes that for every model, so it means that nobody said a price.
    public var isBlank: Bool { input == 0 && output == 0 && (cacheRead ?? 0) == 0 && (cacheWrite ?? 0) == 0 }
}
