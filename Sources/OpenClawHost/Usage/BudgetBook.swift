#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// What is spent of the budgets now, kept up to date expense by expense.
struct BudgetBook: Sendable {
    private(set) var uses: [BudgetUse]
    private let zone: LocalZone

    init(_ budgets: [Budget], zone: LocalZone, at now: Double) {
        self.zone = zone
        uses = budgets.map { budget in
            let (start, end) = budget.bounds(at: now, in: zone)
            return BudgetUse(budget: budget, spent: 0, start: start, resetAt: end)
        }
    }

    /// The moment from which on expenses matter.
    var start: Double { uses.map(\.start).min() ?? 0 }

    mutating func add(_ expense: Expense) {
        for index in uses.indices where uses[index].budget.currency == expense.currency {
            guard expense.time >= uses[index].start, expense.time < uses[index].resetAt else { continue }
            uses[index].spent += expense.amount
        }
    }

    /// Begins the days and months anew whose end has passed.
    mutating func turn(to now: Double) {
        for index in uses.indices where now >= uses[index].resetAt {
            (uses[index].start, uses[index].resetAt) = uses[index].budget.bounds(at: now, in: zone)
            uses[index].spent = 0
        }
    }
}
