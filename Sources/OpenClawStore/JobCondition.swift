import Inference
import OpenClawHost

/// A query for jobs as the end of a statement, with its values.
struct JobCondition {
    let sql: String
    let values: [SQLValue]

    init(_ query: JobQuery) {
        var conditions = ["removed IS NULL"]
        var values: [SQLValue] = []
        if let states = query.states {
            conditions.append("state IN (" + states.map { _ in "?" }.joined(separator: ", ") + ")")
            values += states.map { .text($0.rawValue) }
        }
        if let owner = query.owner {
            conditions.append("owner = ?")
            values.append(.text(owner))
        }
        if let kind = query.kind {
            conditions.append("kind = ?")
            values.append(.text(kind.rawValue))
        }
        let sign = query.isOldestFirst ? ">" : "<"
        if let after = query.after {
            conditions.append("(created, id) \(sign) (SELECT created, id FROM job WHERE id = ?)")
            values.append(.text(after))
        }
        let order = query.isOldestFirst ? "created, id" : "created DESC, id DESC"
        sql = "WHERE \(conditions.joined(separator: " AND ")) ORDER BY \(order) LIMIT ?"
        self.values = values + [.integer(query.limit)]
    }
}
