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
    package var countingLedger: any UsageLedger {
        ObservedLedger(
            base: ledger, onAppend: { self.count($0.cost, of: $0.virtualKey, at: $0.time) },
            onSettle: { self.count($0.cost, of: $0.virtualKey, at: $0.time) })
    }

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

    private func count(_ cost: UsageCost, of key: String?, at time: Double) {
        guard let key, case .amount(let amount, let currency) = cost else { return }
        let today = zone.day(at: time)
        accounts.withLock { accounts in
            guard accounts[key]?.day == today else { return }
            accounts[key]?.spent[currency, default: 0] += amount
        }
    }
}
