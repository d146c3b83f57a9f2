import Synchronization

/// Counts wrong tokens by address. Whoever sends many is told to wait; the right token opens at any time, so that one client with
/// an old token cannot lock the others out.
final class FailedAttempts: Sendable {
    private struct Record {
        var count: Int
        var since: UInt64
    }

    private let limit: Int
    private let window: UInt64
    private let records = Mutex<[String: Record]>([:])
    private static let most = 4096

    init(limit: Int, window: UInt64) {
        self.limit = limit
        self.window = window
    }

    /// One more wrong token.
    ///
    /// - Returns: seconds to wait, when there were too many.
    func add(_ address: String, at now: UInt64) -> Int? {
        records.withLock { records in
            if records.count >= Self.most { records = records.filter { now - $0.value.since < window } }
            if records.count >= Self.most { records.removeAll() }
            var record = records[address] ?? Record(count: 0, since: now)
            if now - record.since >= window { record = Record(count: 0, since: now) }
            record.count += 1
            records[address] = record
            guard record.count > limit else { return nil }
            return Int((record.since + window - now) / 1_000_000_000) + 1
        }
    }
}
