import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A ledger that tells what is written, also when it could not be: a full disk must not lift a budget.
struct ObservedLedger: UsageLedger {
    let base: any UsageLedger
    let onAppend: @Sendable (UsageRecord) -> Void
    let onSettle: @Sendable (LateCost) -> Void

    func append(_ record: UsageRecord) throws(InferenceError) {
        defer { onAppend(record) }
        try base.append(record)
    }

    func settle(_ late: LateCost) {
        onSettle(late)
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
