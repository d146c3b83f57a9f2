import Dispatch
import Inference
import OpenClawHost
import Synchronization

/// Collects records and writes them in batches on a queue of its own, so that nobody who appends waits for a disk.
///
/// The first record of a batch starts a timer, and everything that came until it ends is one transaction. What cannot be
/// written is tried again; when too much is waiting, further records are refused.
final class LedgerWriter: Sendable {
    private struct Waiting {
        var records: [UsageRecord] = []
        var isScheduled = false
        /// Whether anything ever came: then a batch may be on its way although nothing waits.
        var isUsed = false
        var failure: InferenceError?
    }

    private let database: StateDatabase
    private let start: BackgroundStart
    private let queue = DispatchQueue(label: "openclaw.ledger", qos: .utility)
    private let waiting = Mutex(Waiting())
    /// The rows that were written here, as ranges of ids in their order.
    private let own = Mutex<[ClosedRange<Int>]>([])
    private let marker = DispatchSpecificKey<Bool>()

    /// For so long a record waits for others: the most that a crash may lose.
    private static let delay: DispatchTimeInterval = .milliseconds(25)
    private static let pause: DispatchTimeInterval = .seconds(1)
    private static let capacity = 1 << 16

    /// - Parameter start: starts the timer of a batch.
    init(_ database: StateDatabase, start: @escaping BackgroundStart) {
        self.database = database
        self.start = start
        queue.setSpecific(key: marker, value: true)
    }

    func append(_ record: UsageRecord) throws(InferenceError) {
        let (isFirst, failure) = waiting.withLock { waiting -> (Bool, InferenceError?) in
            guard waiting.records.count < Self.capacity else {
                return (false, waiting.failure ?? InferenceError(.storeFailed, "the disk is too slow for the ledger"))
            }
            waiting.records.append(record)
            waiting.isUsed = true
            defer { waiting.isScheduled = true }
            return (!waiting.isScheduled, waiting.failure)
        }
        if isFirst { schedule(after: Self.delay) }
        if let failure { throw failure }
    }

    /// Writes what is waiting now, and waits for a batch that is being written.
    func flush() throws(InferenceError) {
        guard waiting.withLock(\.isUsed) else { return }
        onQueue { write() }
        if let failure = waiting.withLock({ $0.records.isEmpty ? nil : $0.failure }) { throw failure }
    }

    /// Runs work on the queue, when what is waiting has been written.
    func later(_ work: @escaping @Sendable () -> Void) {
        queue.async { [self] in
            write()
            work()
        }
    }

    /// The rows of others lie between these.
    var ownRows: [ClosedRange<Int>] { own.withLock { $0 } }

    private func onQueue(_ work: () -> Void) {
        if DispatchQueue.getSpecific(key: marker) == true { work() } else { queue.sync(execute: work) }
    }

    private func schedule(after delay: DispatchTimeInterval) {
        start { [self] in
            queue.asyncAfter(deadline: .now() + delay) { [self] in
                waiting.withLock { $0.isScheduled = false }
                write()
            }
        }
    }

    private func write() {
        let batch = waiting.withLock { waiting in
            defer { waiting.records = [] }
            return waiting.records
        }
        guard !batch.isEmpty else { return }
        do throws(InferenceError) {
            try insert(batch)
            waiting.withLock { $0.failure = nil }
        } catch {
            keep(batch, after: error)
        }
    }

    private func keep(_ batch: [UsageRecord], after error: InferenceError) {
        let isFirst = waiting.withLock { waiting in
            waiting.records = batch + waiting.records
            waiting.failure = error
            defer { waiting.isScheduled = true }
            return !waiting.isScheduled
        }
        if isFirst { schedule(after: Self.pause) }
    }

    private func insert(_ batch: [UsageRecord]) throws(InferenceError) {
        var rows: ClosedRange<Int>?
        do throws(InferenceError) {
            try database.write { connection throws(InferenceError) in
                try connection.transaction { () throws(InferenceError) in
                    try UsageRow.insert(batch, into: connection)
                    // Consecutive, because nobody else writes meanwhile; and noted before anybody can read them.
                    let last = connection.lastRow
                    let added = last - batch.count + 1...last
                    own.withLock { $0.append(added) }
                    rows = added
                }
            }
        } catch {
            if rows != nil { own.withLock { _ = $0.popLast() } }
            throw error
        }
        own.withLock { Self.join(&$0) }
    }

    /// Makes one range of the last two when they touch.
    private static func join(_ ranges: inout [ClosedRange<Int>]) {
        guard let last = ranges.popLast() else { return }
        if let before = ranges.last, before.upperBound + 1 == last.lowerBound {
            ranges[ranges.count - 1] = before.lowerBound...last.upperBound
        } else {
            ranges.append(last)
        }
    }
}
