import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A health record as a row. The moment of the last use has a column of its own, because it changes with every answer.
enum HealthRow {
    static func all(in connection: Connection) throws(InferenceError) -> [HealthKey: HealthRecord] {
        var records: [HealthKey: HealthRecord] = [:]
        try connection.statement("SELECT record, last_used, provider, owner FROM health").run { row in
            let key = HealthKey(provider: ProviderID(row.text(2) ?? ""), owner: row.text(3) ?? "")
            records[key] = record(row)
        }
        return records
    }

    static func read(_ key: HealthKey, in connection: Connection) throws(InferenceError) -> HealthRecord {
        var found = HealthRecord()
        let sql = "SELECT record, last_used FROM health WHERE provider = ? AND owner = ?"
        try Statement(sql, in: connection).run(values(of: key)) { row in found = record(row) }
        return found
    }

    static func write(_ record: HealthRecord, of key: HealthKey, in connection: Connection) throws(InferenceError) {
        if record.isEmpty {
            try Statement("DELETE FROM health WHERE provider = ? AND owner = ?", in: connection).run(values(of: key))
            return
        }
        var bare = record
        bare.lastUsed = nil
        let data: Data
        do { data = try JSONEncoder().encode(bare) } catch {
            throw InferenceError(.storeFailed, "a health record cannot be written")
        }
        let moment = SQLValue(record.lastUsed.map(UsageRow.milliseconds))
        let text = SQLValue.text(String(decoding: data, as: UTF8.self))
        try Statement("INSERT OR REPLACE INTO health VALUES (?, ?, ?, ?)", in: connection)
            .run(values(of: key) + [text, moment])
    }

    /// Notes when a credential answered, and leaves alone what else is known about it.
    static func touch(_ key: HealthKey, at time: Double, in connection: Connection) throws(InferenceError) {
        let sql = """
            INSERT INTO health VALUES (?, ?, '{"models":{}}', ?) ON CONFLICT (provider, owner) \
            DO UPDATE SET last_used = max(coalesce(last_used, 0), excluded.last_used)
            """
        try connection.statement(sql).run(values(of: key) + [.integer(UsageRow.milliseconds(time))])
    }

    private static func values(of key: HealthKey) -> [SQLValue] { [.text(key.provider.rawValue), .text(key.owner)] }

    /// What cannot be understood says nothing: it will be learned again.
    private static func record(_ row: borrowing Row) -> HealthRecord {
        let data = Data((row.text(0) ?? "").utf8)
        var record = (try? JSONDecoder().decode(HealthRecord.self, from: data)) ?? HealthRecord()
        record.lastUsed = row.integer(1).map { Double($0) / 1000 }
        return record
    }
}
