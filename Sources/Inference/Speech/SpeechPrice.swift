#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What speech or transcription costs on some endpoints.
public struct SpeechPrice: Hashable, Sendable {
    /// The endpoints that charge it.
    public var endpoints: [EndpointID]
    /// ISO 4217 code.
    public var currency: String
    public var unit: Unit
    /// The amount for `quantity` units.
    public var amount: Decimal
    public var quantity: Int
    public var source: String
    public var checked: String

    /// What is counted.
    public enum Unit: String, Hashable, Sendable { case character, second, voice }

    public init(
        endpoints: [EndpointID], currency: String, unit: Unit, amount: Decimal, quantity: Int, source: String = "",
        checked: String = ""
    ) {
        self.endpoints = endpoints
        self.currency = currency
        self.unit = unit
        self.amount = amount
        self.quantity = quantity
        self.source = source
        self.checked = checked
    }

    /// What some units cost.
    public func cost(of count: Int) -> CostEstimate {
        CostEstimate(amount: amount * Decimal(count) / Decimal(quantity), currency: currency)
    }
}

extension [SpeechPrice] {
    /// The price that an endpoint charges.
    public func price(on endpoint: EndpointID) -> SpeechPrice? { first { $0.endpoints.contains(endpoint) } }
}
