import Digests
package import Inference
package import OpenClawHost

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// The ledger in the state database. Requests are written in batches, a moment after they ended; whoever reads sees them.
package struct SQLiteUsageLedger: UsageLedger {
    private let database: StateDatabase
    private let writer: LedgerWriter
    /// Requests may wait for a look at what others spent, but not for the writer.
    private let lookout: StateDatabase

    /// - Parameter start: starts what writes, which nobody waits for.
    package init(_ database: StateDatabase, start: @escaping BackgroundStart = { $0() }) {
        self.database = database
        writer = LedgerWriter(database, start: start)
        lookout = database.another()
    }

    package func append(_ record: UsageRecord) throws(InferenceError) { try writer.append(record) }

    package func settle(_ late: LateCost) {
        let (text, currency) = UsageRow.cost(of: late.cost)
        writer.later { [database] in
            // What cannot be written stays unknown, which is true.
            try? database.write { connection throws(InferenceError) in
                let sql = "UPDATE usage SET cost = ?, currency = ? WHERE call_id = ? AND cost = 'unknown'"
                try Statement(sql, in: connection).run([.text(text), SQLValue(currency), .text(late.callID)])
            }
        }
    }

    package func flush() throws(InferenceError) { try writer.flush() }

    package func later(_ work: @escaping @Sendable () -> Void) { writer.later(work) }

    package func forEach(in query: UsageQuery, _ body: (UsageRecord) -> Void) throws(InferenceError) {
        let filter = UsageFilter(query)
        try read { connection throws(InferenceError) in
            let sql = "SELECT \(UsageRow.columns) FROM usage\(filter.clause) ORDER BY time, id"
            try Statement(sql, in: connection).run(filter.values) { row in body(UsageRow.record(row)) }
        }
    }

    package func tally(_ query: UsageQuery) throws(InferenceError) -> UsageTally {
        let filter = UsageFilter(query)
        var tally = UsageTally(requests: 0, first: nil)
        try read { connection throws(InferenceError) in
            let sql = "SELECT count(*), min(time) FROM usage\(filter.clause)"
            try Statement(sql, in: connection).run(filter.values) { row in
                tally = UsageTally(requests: row.integer(0) ?? 0, first: row.integer(1).map { Double($0) / 1000 })
            }
        }
        return tally
    }

    package func spent(_ query: UsageQuery) throws(InferenceError) -> [String: Decimal] {
        let filter = UsageFilter(query, adding: "currency IS NOT NULL")
        var spent: [String: Decimal] = [:]
        try read { connection throws(InferenceError) in
            let sql = "SELECT currency, cost FROM usage\(filter.clause)"
            try Statement(sql, in: connection).run(filter.values) { row in
                guard let currency = row.text(0), let amount = row.text(1).flatMap({ Decimal(string: $0) }) else {
                    return
                }
                spent[currency, default: 0] += amount
            }
        }
        return spent
    }

    package func expensesOfOthers(
        since: Double, after position: Int?, _ body: (Expense) -> Void
    ) throws(InferenceError) -> Int? {
        var last = position
        try lookout.read { connection throws(InferenceError) in
            guard let end = try connection.integer("SELECT max(id) FROM usage") else { return }
            last = end
            // In this order: the writer knows its rows before anybody can read them.
            let own = writer.ownRows
            for rows in Self.gaps(in: own, from: (position ?? 0) + 1, to: end) {
                // The plus keeps SQLite off an index. The first look is for a month, later ones are for what is new.
                let condition =
                    position == nil ? "+id BETWEEN ? AND ? AND time >= ?" : "id BETWEEN ? AND ? AND +time >= ?"
                let sql = "SELECT time, currency, cost FROM usage WHERE \(condition) AND currency IS NOT NULL"
                let values = [rows.lowerBound, rows.upperBound, UsageRow.milliseconds(since)].map(SQLValue.integer)
                try Statement(sql, in: connection).run(values) { row in
                    if let expense = UsageRow.expense(row) { body(expense) }
                }
            }
        }
        return last
    }

    private func read(_ body: (Connection) throws(InferenceError) -> Void) throws(InferenceError) {
        try writer.flush()
        try database.read(body)
    }

    /// What lies between ranges that are in order and do not touch.
    static func gaps(in ranges: [ClosedRange<Int>], from start: Int, to end: Int) -> [ClosedRange<Int>] {
        var gaps: [ClosedRange<Int>] = []
        var next = start
        for range in ranges where range.upperBound >= next && range.lowerBound <= end {
            if range.lowerBound > next { gaps.append(next...range.lowerBound - 1) }
            next = range.upperBound + 1
        }
        if next <= end { gaps.append(next...end) }
        return gaps
    }

    /// The first twelve digits of its SHA-256.
    package func fingerprint(of secret: Secret) -> String {
        String(SHA256.hash(secret.expose().utf8).hexadecimal.prefix(12))
    }
}
