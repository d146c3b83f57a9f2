import Synchronization

/// The batches of all accounts, oldest first.
final class BatchBook: Sendable {
    private let batches = Mutex<[BatchRecord]>([])

    func add(_ batch: BatchRecord) { batches.withLock { $0.append(batch) } }

    func batches(of account: String) -> [BatchRecord] { batches.withLock { $0.filter { $0.account == account } } }

    func clear() { batches.withLock { $0 = [] } }
}
