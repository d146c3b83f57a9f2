import Inference

/// The ledger of a run that must leave no trace: it is read, so that budgets hold, and nothing is written down.
struct UnwrittenLedger: UsageLedger {
    let ledger: any UsageLedger

    func append(_ record: UsageRecord) {}

    func expensesOfOthers(
        since: Double, after position: Int?, _ body: (Expense) -> Void
    ) throws(InferenceError) -> Int? {
        try ledger.expensesOfOthers(since: since, after: position, body)
    }

    func forEach(in query: UsageQuery, _ body: (UsageRecord) -> Void) throws(InferenceError) {
        try ledger.forEach(in: query, body)
    }

    func fingerprint(of secret: Secret) -> String { "" }
}
