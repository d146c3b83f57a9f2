import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A usage record as a row: the order of its columns stands here and nowhere else.
enum UsageRow {
    static let columns = """
        time, call_id, request_id, provider, model, served_model, endpoint, plan, credential, input, output, \
        cache_read, cache_write, reasoning, image, video, audio, audio_output, explicit_cache, estimated, accepted, \
        first_token, total, outcome, cost, currency, virtual_key, saved
        """

    private static let width = 28
    /// So many rows are added by one statement: it finds its places in the indexes once.
    private static let groups = [16, 4, 1].map { rows in (rows: rows, insertion: insertion(of: rows)) }

    private static func insertion(of rows: Int) -> String {
        let row = "(?" + String(repeating: ", ?", count: width - 1) + ")"
        return "INSERT INTO usage (\(columns)) VALUES " + Array(repeating: row, count: rows).joined(separator: ", ")
    }

    /// Adds records in their order.
    static func insert(_ records: [StoredUsage], into connection: Connection) throws(InferenceError) {
        var next = 0
        for group in groups where records.count - next >= group.rows {
            let statement = try connection.statement(group.insertion)
            while records.count - next >= group.rows {
                for row in 0..<group.rows {
                    try statement.bind(values(of: records[next + row]), from: row * width)
                }
                try statement.run()
                next += group.rows
            }
        }
    }

    private static func values(of stored: StoredUsage) -> [SQLValue] {
        let (cost, currency) = cost(of: stored.record.cost)
        return [
            .integer(milliseconds(stored.record.time)), .text(stored.record.callID), SQLValue(stored.record.requestID),
            .text(stored.record.provider.rawValue), .text(stored.record.model.rawValue),
            SQLValue(stored.record.servedModel?.rawValue), .text(stored.record.endpoint.rawValue),
            .text(stored.record.plan.rawValue), .text(stored.record.credential),
            SQLValue(stored.record.usage?.input), SQLValue(stored.record.usage?.output),
            SQLValue(stored.record.usage?.cacheRead), SQLValue(stored.record.usage?.cacheWrite),
            SQLValue(stored.record.usage?.reasoning), SQLValue(stored.record.usage?.image),
            SQLValue(stored.record.usage?.video), SQLValue(stored.record.usage?.audio),
            SQLValue(stored.record.usage?.audioOutput), SQLValue(stored.record.usage?.explicitCache),
            SQLValue(stored.record.isEstimated), SQLValue(stored.record.isAccepted),
            SQLValue(stored.record.firstToken), .integer(stored.record.total), .text(stored.record.outcome.name),
            .text(cost), SQLValue(currency), SQLValue(stored.record.virtualKey),
            SQLValue(stored.record.saved.map { "\($0)" }),
        ]
    }

    static func record(_ row: borrowing Row) -> UsageRecord {
        UsageRecord(
            time: Double(row.integer(0) ?? 0) / 1000, callID: row.text(1) ?? "", requestID: row.text(2),
            provider: ProviderID(row.text(3) ?? ""), model: ModelID(row.text(4) ?? ""),
            servedModel: row.text(5).map { ModelID($0) }, endpoint: EndpointID(row.text(6) ?? ""),
            plan: PlanID(row.text(7) ?? ""), credential: row.text(8) ?? "",
            virtualKey: row.text(26), usage: usage(row),
            isEstimated: row.flag(19) ?? false, isAccepted: row.flag(20) ?? false, firstToken: row.integer(21),
            total: row.integer(22) ?? 0, outcome: UsageOutcome(name: row.text(23) ?? ""), cost: cost(row),
            saved: row.text(27).flatMap { Decimal(string: $0) })
    }

    /// An amount from the columns `time`, `currency` and `cost`.
    static func expense(_ row: borrowing Row) -> Expense? {
        guard let time = row.integer(0), let currency = row.text(1), let text = row.text(2),
            let amount = Decimal(string: text)
        else { return nil }
        return Expense(time: Double(time) / 1000, currency: currency, amount: amount)
    }

    /// Time as the ledger keeps it.
    static func milliseconds(_ time: Double) -> Int { Int((time * 1000).rounded()) }

    private static func usage(_ row: borrowing Row) -> Usage? {
        guard let input = row.integer(9), let output = row.integer(10) else { return nil }
        return Usage(
            input: input, output: output, cacheRead: row.integer(11) ?? 0, cacheWrite: row.integer(12) ?? 0,
            reasoning: row.integer(13), image: row.integer(14), video: row.integer(15), audio: row.integer(16),
            audioOutput: row.integer(17), explicitCache: row.flag(18))
    }

    /// An amount with its currency, or a word without one.
    static func cost(of cost: UsageCost) -> (String, String?) {
        switch cost {
        case .amount(let amount, let currency): ("\(amount)", currency)
        case .included: ("included", nil)
        case .nothing: ("nothing", nil)
        case .unknown: ("unknown", nil)
        }
    }

    private static func cost(_ row: borrowing Row) -> UsageCost {
        let text = row.text(24) ?? ""
        if let currency = row.text(25), let amount = Decimal(string: text) {
            return .amount(amount, currency: currency)
        }
        return text == "included" ? .included : text == "nothing" ? .nothing : .unknown
    }
}
