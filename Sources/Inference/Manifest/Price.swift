/// What a model costs on some endpoints. The tier is chosen by the input tokens of the whole request.
public struct Price: Hashable, Sendable {
    /// The endpoints that charge it; empty means all, as with a price that the user wrote.
    public var endpoints: [EndpointID]
    /// ISO 4217 code, for example `USD`.
    public var currency: String
    /// Tiers by input size, smallest first; the last has no upper end.
    public var tiers: [PriceTier]
    /// Where the price comes from, and the day it was checked.
    public var source: String
    public var checked: String

    public init(
        endpoints: [EndpointID], currency: String, tiers: [PriceTier], source: String = "", checked: String = ""
    ) {
        self.endpoints = endpoints
        self.currency = currency
        self.tiers = tiers
        self.source = source
        self.checked = checked
    }
}

extension Price {
    /// Whether an endpoint charges this price.
    public func applies(to endpoint: EndpointID) -> Bool { endpoints.isEmpty || endpoints.contains(endpoint) }
}
