#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What the user is willing to spend in a day or month, in one currency.
package struct Budget: Hashable, Sendable {
    package enum Period: String, Hashable, Sendable, CaseIterable { case day, month }

    package var period: Period
    /// ISO 4217 code.
    package var currency: String
    package var limit: Decimal

    package init(period: Period, currency: String, limit: Decimal) {
        self.period = period
        self.currency = currency
        self.limit = limit
    }

    /// The present day or month in the user's zone.
    package func bounds(at now: Double, in zone: LocalZone) -> (start: Double, end: Double) {
        let today = zone.day(at: now)
        switch period {
        case .day: return (zone.start(of: today), zone.start(of: CivilDate(days: today.days + 1)))
        case .month:
            let (year, month, _) = today.components
            let first = { CivilDate(year: year, month: month + $0, day: 1) }
            return (zone.start(of: first(0)), zone.start(of: first(1)))
        }
    }

    /// Where the configuration sets it.
    package var setting: String { "usage.budget.\(period.rawValue).\(currency)" }
}
