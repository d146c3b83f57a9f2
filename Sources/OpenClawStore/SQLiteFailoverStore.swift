import Dispatch
package import Inference
package import OpenClawHost
import Synchronization

/// Health and repairs in the state database, shared by processes. It holds fingerprints, never keys.
///
/// Looks are answered from memory; whether another process has changed something is asked at most every 50 ms. A database
/// that fails is left alone for a second, and what is known goes on counting meanwhile.
package final class SQLiteFailoverStore: FailoverStore {
    private struct Source {
        var connection: Connection?
        /// What SQLite counts up when another connection has written.
        var version: Int?
        var failedAt: ContinuousClock.Instant?
    }

    private struct Known {
        var snapshot = FailoverSnapshot()
        /// By the coarse clock; `nil` before the first time.
        var checkedAt: UInt64?
        var touchedAt: UInt64?

        /// Until when nothing is known against anybody, and nothing was learnt.
        var quietUntil: UInt64 { snapshot.isEmpty ? checkedAt.map { $0 + SQLiteFailoverStore.validity } ?? 0 : 0 }
    }

    private let database: StateDatabase
    private let legacy: FailoverFileImport
    private let source = Mutex(Source())
    private let known = Mutex(Known())
    /// What `known` says of that: nearly all looks end here.
    private let quietUntil = Atomic<UInt64>(0)

    /// For so long memory is trusted, in nanoseconds.
    fileprivate static let validity: UInt64 = 50_000_000
    /// So often it is noted on disk which credentials answered, in nanoseconds.
    private static let touchInterval: UInt64 = 1_000_000_000
    private static let pause: Duration = .seconds(1)
    private let patience: Duration
    /// For so long nothing is trusted to stay nothing while that is asked, in nanoseconds.
    private let leniency: UInt64
    private let start: BackgroundStart
    private let queue = DispatchQueue(label: "openclaw.failover")

    /// Nothing is opened before the first use.
    ///
    /// - Parameters:
    ///   - directory: the state directory.
    ///   - patience: how long a change waits for other processes, and a request with it. A change that had no luck counts in this
    ///     process at once and is written with a later one.
    ///   - leniency: for how long it goes on counting that nothing is known against anybody, when no request is to wait for the answer
    ///     whether another process has learnt something. The worst is one try that is refused.
    ///   - start: starts what no request waits for.
    package init(
        directory: String, patience: Duration = .milliseconds(250), leniency: Duration = .zero,
        start: @escaping BackgroundStart = { $0() }
    ) {
        self.start = start
        self.patience = patience
        self.leniency = UInt64(leniency / .nanoseconds(1))
        database = StateDatabase(directory: directory)
        legacy = FailoverFileImport(directory: directory)
    }

    package func records(of provider: ProviderID) -> [HealthKey: HealthRecord] {
        // An empty literal costs more than the look.
        isQuiet ? [HealthKey: HealthRecord]() : look { $0.records(of: provider) }
    }

    package var mayHaveRepairs: Bool { !isQuiet }

    package func repairs(
        of provider: ProviderID, endpoint: EndpointID, model: ModelID, at now: Double
    ) -> [LearnedRepair] {
        let found = look { $0.repairs(of: provider, endpoint: endpoint, model: model) }
        return found.isEmpty ? found : found.filter { $0.isCurrent(at: now) }
    }

    package func update(
        _ key: HealthKey, _ change: (inout HealthRecord) -> Void
    ) throws(InferenceError) -> HealthRecord {
        var record = known.withLock { $0.snapshot.records(of: key.provider)[key] } ?? HealthRecord()
        do throws(InferenceError) {
            let owed = known.withLock { $0.snapshot.unwritten }
            try write { connection throws(InferenceError) in
                for (key, record) in owed { try HealthRow.write(record, of: key, in: connection) }
                record = try HealthRow.read(key, in: connection)
                let before = record
                change(&record)
                if record != before { try HealthRow.write(record, of: key, in: connection) }
            } keep: {
                $0.wrote(owed)
                $0.keep(record, of: key)
            }
        } catch {
            record = revise { known in
                var record = known.snapshot.records(of: key.provider)[key] ?? HealthRecord()
                change(&record)
                known.snapshot.owe(record, of: key)
                return record
            }
        }
        return record
    }

    package func learn(_ repair: LearnedRepair) throws(InferenceError) {
        revise { $0.snapshot.keep(repair) }
        try write { connection throws(InferenceError) in
            try RepairRow.write(repair, in: connection)
        } keep: {
            $0.keep(repair)
        }
    }

    package func touch(_ key: HealthKey, at time: Double) {
        let now = CoarseClock.now
        let isDue = revise { known in
            known.snapshot.touch(key, at: time)
            if let last = known.touchedAt, now < last + Self.touchInterval { return false }
            known.touchedAt = now
            return true
        }
        guard isDue else { return }
        if leniency > 0 { inBackground { $0.writeTouches() } } else { writeTouches() }
    }

    /// Written when nobody else is at it, because no request waits for this.
    private func writeTouches() {
        let (touches, owed) = known.withLock { ($0.snapshot.touches, $0.snapshot.unwritten) }
        _ = source.withLockIfAvailable { source in
            guard let connection = try? opened(&source, creating: true) else { return }
            connection.wait(.zero)
            defer { connection.wait(patience) }
            do throws(InferenceError) {
                try connection.transaction { () throws(InferenceError) in
                    for (key, record) in owed { try HealthRow.write(record, of: key, in: connection) }
                    for (key, time) in touches { try HealthRow.touch(key, at: time, in: connection) }
                }
                revise { $0.snapshot.wrote(owed, touches: touches) }
            } catch {
                // The next answer tries again.
            }
        }
    }

    private var isQuiet: Bool {
        let now = CoarseClock.now
        return now < quietUntil.load(ordering: .acquiring) || (leniency > 0 && renewsQuiet(at: now))
    }

    /// Whether nothing was known against anybody a moment ago. Then that goes on counting, and others are asked meanwhile.
    private func renewsQuiet(at now: UInt64) -> Bool {
        let wasQuiet = revise { known in
            guard let checkedAt = known.checkedAt, known.snapshot.isEmpty, now < checkedAt + leniency else {
                return false
            }
            known.checkedAt = now
            return true
        }
        if wasQuiet { inBackground { store in _ = store.source.withLockIfAvailable { store.refresh(&$0, now) } } }
        return wasQuiet
    }

    private func inBackground(_ work: @escaping @Sendable (SQLiteFailoverStore) -> Void) {
        start { [self] in queue.async { work(self) } }
    }

    private func revise<Result>(_ body: (inout Known) -> Result) -> Result {
        known.withLock { known in
            defer { quietUntil.store(known.quietUntil, ordering: .releasing) }
            return body(&known)
        }
    }

    private func look<Result>(_ body: (FailoverSnapshot) -> Result) -> Result {
        let now = CoarseClock.now
        let (found, isKnown) = known.withLock { known -> (Result?, Bool) in
            guard let checkedAt = known.checkedAt else { return (nil, false) }
            return (now < checkedAt + Self.validity ? body(known.snapshot) : nil, true)
        }
        if let found { return found }
        if isKnown {
            _ = source.withLockIfAvailable { refresh(&$0, now) }
        } else {
            source.withLock { refresh(&$0, now) }
        }
        return known.withLock { body($0.snapshot) }
    }

    private func refresh(_ source: inout Source, _ now: UInt64) {
        revise { $0.checkedAt = now }
        do throws(InferenceError) {
            guard let connection = try opened(&source, creating: false) else { return }
            let version = try connection.integer("PRAGMA data_version")
            guard version != source.version else { return }
            let health = try HealthRow.all(in: connection)
            let repairs = try RepairRow.all(in: connection)
            source.version = version
            revise { $0.snapshot.replace(health: health, repairs: repairs) }
        } catch {
            source = Source(failedAt: .now)
        }
    }

    private func write(
        _ body: (Connection) throws(InferenceError) -> Void, keep: (inout FailoverSnapshot) -> Void
    ) throws(InferenceError) {
        try source.withLock { source throws(InferenceError) in
            guard let connection = try opened(&source, creating: true) else { return }
            try connection.transaction { () throws(InferenceError) in try body(connection) }
            revise { keep(&$0.snapshot) }
        }
    }

    /// - Returns: `nil` when there is no database and none is to be created.
    /// - Throws: `.storeFailed`, also without a try when the last one has just failed.
    private func opened(_ source: inout Source, creating: Bool) throws(InferenceError) -> Connection? {
        if let connection = source.connection { return connection }
        if let failedAt = source.failedAt, ContinuousClock.now - failedAt < Self.pause {
            throw InferenceError(.storeFailed, "\(database.path) could not be opened a moment ago")
        }
        guard creating || database.exists || legacy.exists else { return nil }
        do throws(InferenceError) {
            let connection = try database.connect(patience: patience)
            // Whoever writes the ledger moves the journal into the file; no request waits for a disk here.
            try connection.execute("PRAGMA wal_autocheckpoint = 0")
            try legacy.run(on: connection)
            source = Source(connection: connection)
            return connection
        } catch {
            source = Source(failedAt: .now)
            throw error
        }
    }
}
