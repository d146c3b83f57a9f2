import Inference
import OpenClawHost
import Synchronization

/// A ledger for one test; fails on request.
final class MemoryLedger: UsageLedger {
    private let state: Mutex<[UsageRecord]>
    private let failure: InferenceError?

    init(_ records: [UsageRecord] = [], failing failure: InferenceError? = nil) {
        state = Mutex(records)
        self.failure = failure
    }

    var records: [UsageRecord] { state.withLock { $0 } }

    func append(_ record: UsageRecord) throws(InferenceError) {
        if let failure { throw failure }
        state.withLock { $0.append(record) }
    }

    func forEach(in query: UsageQuery, _ body: (UsageRecord) -> Void) throws(InferenceError) {
        if let failure { throw failure }
        records.filter(query.matches).sorted { $0.time < $1.time }.forEach(body)
    }

    func fingerprint(of secret: Secret) -> String { "print-of-\(secret.expose().suffix(4))" }
}
