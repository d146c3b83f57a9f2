import Synchronization

/// What was billed, newest last, bounded.
final class BillBook: Sendable {
    private static let most = 20_000
    private let entries = Mutex<[BilledRequest]>([])

    var billed: [BilledRequest] { entries.withLock { $0 } }

    func add(_ entry: BilledRequest) {
        entries.withLock { entries in
            entries.append(entry)
            if entries.count > Self.most { entries.removeFirst(Self.most / 10) }
        }
    }

    func clear() { entries.withLock { $0 = [] } }
}
