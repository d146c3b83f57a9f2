import Inference
import Synchronization

/// Knows at any moment what is spent of the budgets: what this process spent is counted as it happens, and what others
/// spent is read from the ledger every second, beside the requests.
final class SpendingWatch: Sendable {
    private struct State {
        var book: BudgetBook?
        /// Own expenses before the book was opened.
        var early: [Expense] = []
        var position: Int?
        var lookedAt = -Double.infinity
        var isLooking = false
        /// The last look that failed.
        var failure: (error: InferenceError, time: Double)?
    }

    private let ledger: any UsageLedger
    private let budgets: [Budget]
    private let zone: LocalZone
    private let state = Mutex(State())
    /// Held for the first look, for which every request waits.
    private let opening = Mutex(())

    /// After so many seconds the others are looked at again.
    private static let interval: Double = 1
    /// After so many seconds without a look a request waits for one.
    private static let limit: Double = 5

    init(_ budgets: [Budget], ledger: any UsageLedger, zone: LocalZone) {
        self.budgets = budgets
        self.ledger = ledger
        self.zone = zone
    }

    /// The budgets and what is spent of them.
    func uses(at now: Double) throws(InferenceError) -> [BudgetUse] {
        let (isOpen, age) = state.withLock { ($0.book != nil, abs(now - $0.lookedAt)) }
        if !isOpen {
            try opening.withLock { _ throws(InferenceError) in try open(at: now) }
        } else if age > Self.limit {
            try look(at: now)
        } else if age > Self.interval {
            lookLater(at: now)
        }
        return state.withLock { state in
            state.book?.turn(to: now)
            return state.book?.uses ?? []
        }
    }

    /// Counts what this process has spent.
    ///
    /// - Returns: the budgets that pay for it.
    func spend(_ expense: Expense, at now: Double) -> [BudgetUse] {
        guard budgets.contains(where: { $0.currency == expense.currency }) else { return [] }
        return state.withLock { state in
            guard state.book != nil else {
                state.early.append(expense)
                return []
            }
            state.book?.turn(to: now)
            state.book?.add(expense)
            return (state.book?.uses ?? []).filter { $0.budget.currency == expense.currency }
        }
    }

    /// A ledger that fails is not asked again by every request.
    private func open(at now: Double) throws(InferenceError) {
        let (isOpen, failure) = state.withLock { ($0.book != nil, $0.failure) }
        if isOpen { return }
        if let failure, abs(now - failure.time) <= Self.interval { throw failure.error }
        try look(at: now)
    }

    private func lookLater(at now: Double) {
        ledger.later { [weak self] in
            // A failure shows when a request has to wait for the look.
            try? self?.look(at: now)
        }
    }

    private func look(at now: Double) throws(InferenceError) {
        do throws(InferenceError) {
            try read(at: now)
            state.withLock { $0.failure = nil }
        } catch {
            state.withLock { $0.failure = (error, now) }
            throw error
        }
    }

    private func read(at now: Double) throws(InferenceError) {
        let begun = state.withLock { state -> (position: Int?, book: BudgetBook)? in
            if state.isLooking { return nil }
            state.isLooking = true
            return (state.position, state.book ?? BudgetBook(budgets, zone: zone, at: now))
        }
        guard let begun else { return }
        defer { state.withLock { $0.isLooking = false } }
        var found: [Expense] = []
        let position = try ledger.expensesOfOthers(since: begun.book.start, after: begun.position) { found.append($0) }
        state.withLock { state in
            var book = state.book ?? begun.book
            if state.book == nil { state.early.forEach { book.add($0) } }
            book.turn(to: now)
            found.forEach { book.add($0) }
            state.book = book
            state.early = []
            state.position = position
            state.lookedAt = now
        }
    }
}
