#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// Prices per million tokens for requests up to a size. Amounts are written as strings in the resource files, to be exact.
public struct PriceTier: Hashable, Sendable {
    /// The largest number of input tokens that the tier covers; `nil` for the last tier.
    public var upToInputTokens: Int?
    /// Input that was not cached.
    public var input: Decimal
    /// Input that is audio, where it is priced apart.
    public var audioInput: Decimal?
    /// Output.
    public var output: Decimal
    /// Output that is audio, where it is priced apart.
    public var audioOutput: Decimal?
    /// Output of a request that thinks, where it is priced apart.
    public var thinkingOutput: Decimal?
    /// Input read from the implicit cache.
    public var cacheRead: Decimal?
    /// Input read from the explicit cache.
    public var explicitCacheRead: Decimal?
    /// Input written to the explicit cache.
    public var cacheWrite: Decimal?

    public init(
        upToInputTokens: Int? = nil, input: Decimal, audioInput: Decimal? = nil, output: Decimal,
        audioOutput: Decimal? = nil, thinkingOutput: Decimal? = nil, cacheRead: Decimal? = nil,
        explicitCacheRead: Decimal? = nil, cacheWrite: Decimal? = nil
    ) {
        self.upToInputTokens = upToInputTokens
        self.input = input
        self.audioInput = audioInput
        self.output = output
        self.audioOutput = audioOutput
        self.thinkingOutput = thinkingOutput
        self.cacheRead = cacheRead
        self.explicitCacheRead = explicitCacheRead
        self.cacheWrite = cacheWrite
    }
}
