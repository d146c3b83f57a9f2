#if canImport(FoundationEssentials)
    public import FoundationEssentials
#else
    public import Foundation
#endif

/// What a generation costs on some endpoints.
public struct GenerationPrice: Hashable, Sendable {
    /// The endpoints that charge it.
    public var endpoints: [EndpointID]
    /// ISO 4217 code.
    public var currency: String
    public var unit: Unit
    public var rates: [Rate]
    /// Whether the seconds of clips that go in are charged as well, and how many of them at most.
    public var chargesInput: Bool
    public var maxInputSeconds: Int?
    public var source: String
    public var checked: String

    /// What is counted.
    public enum Unit: String, Hashable, Sendable { case second, item }

    /// An amount for one unit. The first rate that fits counts.
    public struct Rate: Hashable, Sendable {
        /// The resolution that it is for; `nil` for all.
        public var resolution: String?
        /// The value that a parameter has to have, for example `audio` off or a quality; `nil` for all.
        public var condition: Condition?
        public var amount: Decimal

        public init(resolution: String? = nil, condition: Condition? = nil, amount: Decimal) {
            self.resolution = resolution
            self.condition = condition
            self.amount = amount
        }
    }

    /// A parameter with a value.
    public struct Condition: Hashable, Sendable {
        public var parameter: String
        public var value: JSONValue

        public init(parameter: String, value: JSONValue) {
            self.parameter = parameter
            self.value = value
        }
    }

    public init(
        endpoints: [EndpointID], currency: String, unit: Unit, rates: [Rate], chargesInput: Bool = false,
        maxInputSeconds: Int? = nil, source: String = "", checked: String = ""
    ) {
        self.endpoints = endpoints
        self.currency = currency
        self.unit = unit
        self.rates = rates
        self.chargesInput = chargesInput
        self.maxInputSeconds = maxInputSeconds
        self.source = source
        self.checked = checked
    }
}
