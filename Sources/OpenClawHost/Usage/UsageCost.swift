#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What one request cost. Unknown is never zero.
package enum UsageCost: Hashable, Sendable {
    /// An amount by the price list; the bill may differ.
    case amount(Decimal, currency: String)
    /// A subscription covers it.
    case included
    /// The service refused the request before it began, which nobody bills.
    case nothing
    /// Nobody published a price, or nobody counted the tokens.
    case unknown
}
