import Inference
import OpenClawHost

/// The statements that add rows to the ledger, with some of its columns.
struct UsageInsertion {
    /// So many rows are added by one statement: it finds its places in the indexes once.
    private let groups: [(rows: Int, sql: String)]

    /// - Parameter width: how many columns there are.
    init(columns: String, width: Int) {
        let row = "(?" + String(repeating: ", ?", count: width - 1) + ")"
        groups = [16, 4, 1].map { rows in
            let places = Array(repeating: row, count: rows).joined(separator: ", ")
            return (rows, "INSERT INTO usage (\(columns)) VALUES \(places)")
        }
    }

    /// Adds rows in their order.
    ///
    /// - Parameter bind: sets the parameters of a row.
    func add(
        _ records: [UsageRecord], into connection: Connection,
        bind: (UsageRecord, inout Parameters) -> Void
    ) throws(InferenceError) {
        var next = 0
        for group in groups where records.count - next >= group.rows {
            let statement = try connection.statement(group.sql)
            while records.count - next >= group.rows {
                try statement.bind { parameters in
                    for row in next..<next + group.rows { bind(records[row], &parameters) }
                }
                try statement.run()
                next += group.rows
            }
        }
    }
}
