package import Inference
import Synchronization

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What each virtual key has spent today: read from the ledger once a day and key, counted along from then on, so that no
/// request waits for the disk.
package final class KeySpending: Sendable {
    private struct Account {
        var day: CivilDate
        var spent: [String: Decimal]
    }

    private let ledger: any UsageLedger
    private let zone: LocalZone
    private let accounts = Mutex<[String: Account]>([:])

    package init(ledger: any UsageLedger, zone: LocalZone = .system) {
        self.ledger = ledger
        self.zone = zone
    }

    /// The ledger to write to, so that what is written is counted here.
    package var countingLedger: any UsageLedger { CountingLedger(base: ledger, spending: self) }

    /// What a key has spent since midnight, by currency, and when the next day begins.
    package func spent(
        by key: VirtualKey, at now: Double
    ) throws(InferenceError) -> (amounts: [String: Decimal], resetAt: Double) {
        let today = zone.day(at: now)
        let resetAt = zone.start(of: CivilDate(days: today.days + 1))
        let amounts = try accounts.withLock { accounts throws(InferenceError) in
            if let account = accounts[key.name], account.day == today { return account.spent }
            let spent = try ledger.spent(UsageQuery(since: zone.start(of: today), virtualKey: key.name))
            accounts[key.name] = Account(day: today, spent: spent)
            return spent
        }
        return (amounts, resetAt)
    }

    fileprivate func count(_ record: UsageRecord) { count(record.cost, of: record.virtualKey, at: record.time) }

    fileprivate func count(_ cost: UsageCost, of key: String?, at time: Double) {
        guard let key, case .amount(let amount, let currency) = cost else { return }
        let today = zone.day(at: time)
        accounts.withLock { accounts in
            guard accounts[key]?.day == today else { return }
            accounts[key]?.spent[currency, default: 0] += amount
        }
    }
}

/// A ledger that tells what is written.
private struct CountingLedger: UsageLedger {
    let base: any UsageLedger
    let spending: KeySpending

    func append(_ record: UsageRecord) throws(InferenceError) {
        // Counted also when it cannot be written: a full disk must not lift a budget.
        defer { spending.count(record) }
        try base.append(record)
    }

    func settle(_ late: LateCost) {
        spending.count(late.cost, of: late.virtualKey, at: late.time)
        base.settle(late)
    }

    func flush() throws(InferenceError) { try base.flush() }

    func later(_ work: @escaping @Sendable () -> Void) { base.later(work) }

    func expensesOfOthers(
        since: Double, after position: Int?, _ body: (Expense) -> Void
    ) throws(InferenceError) -> Int? {
        try base.expensesOfOthers(since: since, after: position, body)
    }

    func forEach(in query: UsageQuery, _ body: (UsageRecord) -> Void) throws(InferenceError) {
        try base.forEach(in: query, body)
    }

    func tally(_ query: UsageQuery) throws(InferenceError) -> UsageTally { try base.tally(query) }
    func spent(_ query: UsageQuery) throws(InferenceError) -> [String: Decimal] { try base.spent(query) }
    func fingerprint(of secret: Secret) -> String { base.fingerprint(of: secret) }
}
