import Synchronization

/// Counts wrong tokens by address. Whoever sends many is told to wait; the right token opens at any time, so that one client with
/// an old token cannot lock the others out.
final class FailedAttempts: Sendable {
    private struct Record {
        var count: Int
        var since: UInt64
        var lockedUntil: UInt64 = 0

        func isOver(_ window: UInt64, at now: UInt64) -> Bool { now >= lockedUntil && now - since >= window }
    }

    private let limit: Int
    private let window: UInt64
    private let lockout: UInt64
    private let records = Mutex<[String: Record]>([:])
    private static let most = 4096

    /// - Parameters:
    ///   - limit: wrong tokens of one address within the window.
    ///   - lockout: how long it has to wait after more of them; those that it sends meanwhile do not make it longer.
    init(limit: Int, window: UInt64, lockout: UInt64) {
        self.limit = limit
        self.window = window
        self.lockout = lockout
    }

    /// One more wrong token.
    ///
    /// - Returns: seconds to wait, when there were too many.
    func add(_ address: String, at now: UInt64) -> Int? {
        records.withLock { records in
            if records.count >= Self.most { records = records.filter { !$0.value.isOver(window, at: now) } }
            if records.count >= Self.most { records.removeAll() }
            var record = records[address] ?? Record(count: 0, since: now)
            if record.isOver(window, at: now) { record = Record(count: 0, since: now) }
            record.count += 1
            if record.count > limit, record.lockedUntil <= now { record.lockedUntil = now + lockout }
            records[address] = record
            return record.lockedUntil > now ? Int((record.lockedUntil - now) / 1_000_000_000) + 1 : nil
        }
    }
}
