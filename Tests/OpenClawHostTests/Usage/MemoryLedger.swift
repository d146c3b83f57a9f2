import Inference
import OpenClawHost
import Synchronization

/// A ledger for one test; fails on request.
final class MemoryLedger: UsageLedger {
    private struct State {
        var records: [UsageRecord]
        /// What was not appended here, in order.
        var others: [UsageRecord]
        var looks = 0
    }

    private let state: Mutex<State>
    private let failure: InferenceError?

    init(_ records: [UsageRecord] = [], failing failure: InferenceError? = nil) {
        state = Mutex(State(records: records, others: records))
        self.failure = failure
    }

    var records: [UsageRecord] { state.withLock { $0.records } }

    /// How often somebody asked what others have spent.
    var looks: Int { state.withLock { $0.looks } }

    func append(_ record: UsageRecord) throws(InferenceError) {
        if let failure { throw failure }
        state.withLock { $0.records.append(record) }
    }

    func appendAsOther(_ record: UsageRecord) {
        state.withLock { state in
            state.records.append(record)
            state.others.append(record)
        }
    }

    func forEach(in query: UsageQuery, _ body: (UsageRecord) -> Void) throws(InferenceError) {
        if let failure { throw failure }
        records.filter(query.matches).sorted { $0.time < $1.time }.forEach(body)
    }

    func expensesOfOthers(
        since: Double, after position: Int?, _ body: (Expense) -> Void
    ) throws(InferenceError) -> Int? {
        if let failure { throw failure }
        let others = state.withLock { state in
            state.looks += 1
            return state.others
        }
        for record in others.dropFirst(position ?? 0) where record.time >= since {
            guard case .amount(let amount, let currency) = record.cost else { continue }
            body(Expense(time: record.time, currency: currency, amount: amount))
        }
        return others.count
    }

    func fingerprint(of secret: Secret) -> String { "print-of-\(secret.expose().suffix(4))" }
}
