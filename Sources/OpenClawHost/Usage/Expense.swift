#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// An amount that a request cost.
package struct Expense: Hashable, Sendable {
    /// When the request began, in seconds since 1970.
    package var time: Double
    package var currency: String
    package var amount: Decimal

    package init(time: Double, currency: String, amount: Decimal) {
        self.time = time
        self.currency = currency
        self.amount = amount
    }
}
