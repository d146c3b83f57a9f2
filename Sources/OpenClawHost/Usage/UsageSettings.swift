package import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What the user configured about money and plans: `usage.budget` and `usage.plans`.
package struct UsageSettings: Hashable, Sendable {
    /// What the user knows better about a plan than the catalogue.
    package struct PlanSettings: Hashable, Sendable {
        /// The day of the month on which the subscription began.
        package var renewalDay = 1
        /// Limits by the id of a window.
        package var limits: [String: Int] = [:]

        package init() {}
    }

    package var budgets: [Budget] = []
    package var plans: [PlanID: PlanSettings] = [:]

    package init() {}

    /// - Parameter root: the effective configuration.
    package init(configuration root: JSONValue) {
        let usage = root["usage"]
        for period in Budget.Period.allCases {
            for member in usage?["budget"]?[period.rawValue]?.object?.members ?? [] {
                guard let limit = Self.amount(member.value) else { continue }
                budgets.append(Budget(period: period, currency: member.key.uppercased(), limit: limit))
            }
        }
        for member in usage?["plans"]?.object?.members ?? [] {
            var plan = PlanSettings()
            plan.renewalDay = member.value["renewalDay"]?.int ?? 1
            for limit in member.value["limits"]?.object?.members ?? [] { plan.limits[limit.key] = limit.value.int }
            plans[PlanID(member.key)] = plan
        }
    }

    /// The number as it is written, so that 0.1 is 0.1.
    private static func amount(_ value: JSONValue) -> Decimal? {
        guard case .number(let number) = value else { return nil }
        return Decimal(string: number.text)
    }
}
