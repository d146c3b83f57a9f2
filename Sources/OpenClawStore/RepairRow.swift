import Inference
import OpenClawHost

/// A learned repair as a row.
enum RepairRow {
    static func all(in connection: Connection) throws(InferenceError) -> [LearnedRepair] {
        var repairs: [LearnedRepair] = []
        let sql = "SELECT provider, endpoint, model, rule, message, learned FROM repair ORDER BY learned"
        try connection.statement(sql).run { row in
            repairs.append(
                LearnedRepair(
                    provider: ProviderID(row.text(0) ?? ""), endpoint: EndpointID(row.text(1) ?? ""),
                    model: ModelID(row.text(2) ?? ""), rule: row.text(3) ?? "", message: row.text(4) ?? "",
                    learnedAt: Double(row.integer(5) ?? 0) / 1000))
        }
        return repairs
    }

    /// Keeps a repair in place of an older one, and forgets those whose time is over.
    static func write(_ repair: LearnedRepair, in connection: Connection) throws(InferenceError) {
        let expired = UsageRow.milliseconds(repair.learnedAt - LearnedRepair.lifetime)
        try Statement("DELETE FROM repair WHERE learned <= ?", in: connection).run([.integer(expired)])
        try Statement("INSERT OR REPLACE INTO repair VALUES (?, ?, ?, ?, ?, ?)", in: connection).run([
            .text(repair.provider.rawValue), .text(repair.endpoint.rawValue), .text(repair.model.rawValue),
            .text(repair.rule), .text(repair.message), .integer(UsageRow.milliseconds(repair.learnedAt)),
        ])
    }
}
