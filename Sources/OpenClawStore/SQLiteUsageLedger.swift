import Crypto
package import Inference
package import OpenClawHost

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// The ledger in the state database. Every request is a transaction of its own.
package struct SQLiteUsageLedger: UsageLedger {
    private let database: StateDatabase

    package init(_ database: StateDatabase) { self.database = database }

    package func append(_ record: UsageRecord) throws(InferenceError) {
        try database.write { connection throws(InferenceError) in
            try Statement(UsageRow.insertion, in: connection).run(UsageRow.values(of: record))
        }
    }

    package func forEach(in query: UsageQuery, _ body: (UsageRecord) -> Void) throws(InferenceError) {
        let filter = UsageFilter(query)
        try database.read { connection throws(InferenceError) in
            let sql = "SELECT \(UsageRow.columns) FROM usage\(filter.clause) ORDER BY time, id"
            try Statement(sql, in: connection).run(filter.values) { row in body(UsageRow.record(row)) }
        }
    }

    package func tally(_ query: UsageQuery) throws(InferenceError) -> UsageTally {
        let filter = UsageFilter(query)
        var tally = UsageTally(requests: 0, first: nil)
        try database.read { connection throws(InferenceError) in
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
        try database.read { connection throws(InferenceError) in
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

    /// The first twelve digits of its SHA-256.
    package func fingerprint(of secret: Secret) -> String {
        let digest = SHA256.hash(data: Array(secret.expose().utf8))
        return digest.prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
    }
}
