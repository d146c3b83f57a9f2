#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What something is going to cost by the published prices, before it is asked for.
public struct CostEstimate: Hashable, Sendable, Codable {
    public var amount: Decimal
    /// ISO 4217 code.
    public var currency: String

    public init(amount: Decimal, currency: String) {
        self.amount = amount
        self.currency = currency
    }
}
