package import Inference
package import OpenClawHost

/// The jobs in the state database, over a connection of their own whose commits survive a power cut.
package final class SQLiteJobStore: JobStore {
    private let database: StateDatabase

    package init(_ database: StateDatabase) { self.database = database.another() }

    package func insert(_ job: Job) throws(InferenceError) {
        let values = try JobRow.values(of: job)
        try durably { connection throws(InferenceError) in
            try Statement(JobRow.insertion, in: connection).run(values)
        }
    }

    package func job(_ id: String) throws(InferenceError) -> Job? {
        var found: [Job] = []
        try database.read { connection throws(InferenceError) in
            let exact = "SELECT document FROM job WHERE id = ? AND removed IS NULL"
            try Statement(exact, in: connection).run([.text(id)]) { row in JobRow.job(row).map { found.append($0) } }
            guard found.isEmpty, id.utf8.count >= 4 else { return }
            let similar = "SELECT document FROM job WHERE substr(id, 1, ?) = ? AND removed IS NULL LIMIT 2"
            try Statement(similar, in: connection).run([.integer(id.utf8.count), .text(id)]) { row in
                JobRow.job(row).map { found.append($0) }
            }
        }
        return found.count == 1 ? found[0] : nil
    }

    package func jobs(_ query: JobQuery) throws(InferenceError) -> [Job] {
        let condition = JobCondition(query)
        var jobs: [Job] = []
        try database.read { connection throws(InferenceError) in
            try Statement("SELECT document FROM job \(condition.sql)", in: connection).run(condition.values) { row in
                JobRow.job(row).map { jobs.append($0) }
            }
        }
        return jobs
    }

    package func remove(_ id: String, now: Double) throws(InferenceError) {
        try durably { connection throws(InferenceError) in
            // What was asked for goes, and what would be needed to find it again.
            let sql = "UPDATE job SET removed = ?, document = '{}' WHERE id = ?"
            try Statement(sql, in: connection).run([.integer(UsageRow.milliseconds(now)), .text(id)])
        }
    }

    package func save(_ job: Job) throws(InferenceError) {
        let values = try JobRow.values(of: job)
        try durably { connection throws(InferenceError) in
            try connection.transaction { () throws(InferenceError) in
                if let task = job.task, try isTaken(task.id, by: job, connection) {
                    throw InferenceError(.taskTaken, "task \(task.id) belongs to another job")
                }
                try Statement(JobRow.update, in: connection).run(Array(values.dropFirst()) + [.text(job.id)])
            }
        }
    }

    private func isTaken(_ task: String, by job: Job, _ connection: Connection) throws(InferenceError) -> Bool {
        var isTaken = false
        let sql = "SELECT 1 FROM job WHERE service = ? AND task = ? AND id <> ?"
        try Statement(sql, in: connection).run([.text(job.service), .text(task), .text(job.id)]) { _ in isTaken = true }
        return isTaken
    }

    package func hasTask(_ id: String, of service: String) throws(InferenceError) -> Bool {
        var isKnown = false
        try database.read { connection throws(InferenceError) in
            let sql = "SELECT 1 FROM job WHERE service = ? AND task = ?"
            try Statement(sql, in: connection).run([.text(service), .text(id)]) { _ in isKnown = true }
        }
        return isKnown
    }

    /// Milliseconds for which questions may stand in line.
    private static let longestQueue = 600_000

    package func turn(of account: String, perSecond: Int, now: Double) throws(InferenceError) -> Double {
        let moment = UsageRow.milliseconds(now)
        // A little slower than allowed: clocks and networks are not exact.
        let step = 1400 / max(1, perSecond)
        var turn = moment
        try database.write { connection throws(InferenceError) in
            try connection.execute("PRAGMA synchronous = NORMAL")
            try connection.transaction { () throws(InferenceError) in
                let sql = "SELECT next FROM job_turn WHERE account = ?"
                try Statement(sql, in: connection).run([.text(account)]) { row in
                    let next = row.integer(0) ?? moment
                    // A clock that was set back makes nobody wait.
                    if next - moment < Self.longestQueue { turn = max(moment, next) }
                }
                try Statement("INSERT OR REPLACE INTO job_turn VALUES (?, ?)", in: connection)
                    .run([.text(account), .integer(turn + step)])
            }
        }
        return Double(turn - moment) / 1000
    }

    package func upload(_ key: StoredUpload.Key, now: Double) throws(InferenceError) -> StoredUpload? {
        var found: StoredUpload?
        try database.read { connection throws(InferenceError) in
            let sql = """
                SELECT reference, expires FROM upload WHERE digest = ? AND model = ? AND service = ? AND account = ? \
                AND expires > ?
                """
            let values = Self.values(of: key) + [.integer(UsageRow.milliseconds(now))]
            try Statement(sql, in: connection).run(values) { row in
                found = StoredUpload(
                    key: key, reference: row.text(0) ?? "", expiresAt: Double(row.integer(1) ?? 0) / 1000)
            }
        }
        return found
    }

    package func keep(_ upload: StoredUpload) throws(InferenceError) {
        try database.write { connection throws(InferenceError) in
            let values =
                Self.values(of: upload.key) + [
                    .text(upload.reference), .integer(UsageRow.milliseconds(upload.expiresAt)),
                ]
            try Statement("INSERT OR REPLACE INTO upload VALUES (?, ?, ?, ?, ?, ?)", in: connection).run(values)
        }
    }

    package func makeDigest() -> any ContentDigest { SHA256Digest() }

    private static func values(of key: StoredUpload.Key) -> [SQLValue] {
        [.text(key.digest), .text(key.model.rawValue), .text(key.service), .text(key.account)]
    }

    private func durably(_ body: (Connection) throws(InferenceError) -> Void) throws(InferenceError) {
        try database.write { connection throws(InferenceError) in
            try connection.execute("PRAGMA synchronous = FULL")
            try body(connection)
        }
    }
}
