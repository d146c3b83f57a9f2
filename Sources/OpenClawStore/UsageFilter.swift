import Inference
import OpenClawHost

/// A query as SQL.
struct UsageFilter {
    /// Empty, or ` WHERE ...`.
    let clause: String
    let values: [SQLValue]

    init(_ query: UsageQuery, adding condition: String? = nil) {
        var conditions = condition.map { [$0] } ?? []
        var values: [SQLValue] = []
        func demand(_ condition: String, _ value: SQLValue?) {
            guard let value else { return }
            conditions.append(condition)
            values.append(value)
        }
        demand("endpoint = ?", query.endpoint.map { .text($0.rawValue) })
        demand("credential = ?", query.credential.map { .text($0) })
        demand("virtual_key = ?", query.virtualKey.map { .text($0) })
        demand("time >= ?", query.since.map { .integer(UsageRow.milliseconds($0)) })
        demand("time < ?", query.until.map { .integer(UsageRow.milliseconds($0)) })
        if let id = query.id {
            conditions.append("(call_id = ? OR request_id = ?)")
            values += [.text(id), .text(id)]
        }
        if query.isAccepted { conditions.append("accepted = 1") }
        if query.isIncluded { conditions.append("cost = 'included'") }
        clause = conditions.isEmpty ? "" : " WHERE " + conditions.joined(separator: " AND ")
        self.values = values
    }
}
