package import Inference

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// A budget and what was spent of it.
package struct BudgetUse: Hashable, Sendable {
    package var budget: Budget
    package var spent: Decimal
    package var start: Double
    package var resetAt: Double

    package init(budget: Budget, spent: Decimal, start: Double, resetAt: Double) {
        self.budget = budget
        self.spent = spent
        self.start = start
        self.resetAt = resetAt
    }

    /// Reads what was spent of every budget.
    package static func all(
        of budgets: [Budget], ledger: any UsageLedger, zone: LocalZone, now: Double
    ) throws(InferenceError) -> [BudgetUse] {
        var spent: [Budget.Period: [String: Decimal]] = [:]
        var uses: [BudgetUse] = []
        for budget in budgets {
            let (start, end) = budget.bounds(at: now, in: zone)
            if spent[budget.period] == nil {
                spent[budget.period] = try ledger.spent(UsageQuery(since: start, until: end))
            }
            uses.append(
                BudgetUse(
                    budget: budget, spent: spent[budget.period]?[budget.currency] ?? 0, start: start, resetAt: end))
        }
        return uses
    }

    /// What is left; below zero when more was spent.
    package var remaining: Decimal { budget.limit - spent }

    /// Whether four fifths of the budget are spent.
    package var isNearlyUsed: Bool { spent * 5 >= budget.limit * 4 }

    /// The error of a request that may not go out, or of an answer that was stopped.
    package func exceeded(stopped: Bool) -> InferenceError {
        let period = budget.period == .day ? "today" : "this month"
        let what = stopped ? "the answer was stopped because it passes" : "nothing was sent because of"
        return InferenceError(
            .budgetExceeded,
            "\(what) the budget of \(budget.limit) \(budget.currency) for \(period), of which \(spent) were spent before",
            hint: "openclaw config set \(budget.setting) \(raised)", resetAt: resetAt)
    }

    /// The double of what was meant or spent, whichever is more.
    private var raised: Decimal {
        let larger = max(budget.limit, spent)
        return larger > 0 ? larger * 2 : 1
    }
}
