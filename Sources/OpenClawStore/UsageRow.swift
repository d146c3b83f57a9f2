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

    static let insertion =
        "INSERT INTO usage (\(columns)) VALUES (?" + String(repeating: ", ?", count: 27) + ")"

    static func values(of record: UsageRecord) -> [SQLValue] {
        let usage = record.usage
        let (cost, currency) = cost(of: record.cost)
        return [
            .integer(milliseconds(record.time)), .text(record.callID), SQLValue(record.requestID),
            .text(record.provider.rawValue), .text(record.model.rawValue), SQLValue(record.servedModel?.rawValue),
            .text(record.endpoint.rawValue), .text(record.plan.rawValue), .text(record.credential),
            SQLValue(usage?.input), SQLValue(usage?.output), SQLValue(usage?.cacheRead), SQLValue(usage?.cacheWrite),
            SQLValue(usage?.reasoning), SQLValue(usage?.image), SQLValue(usage?.video), SQLValue(usage?.audio),
            SQLValue(usage?.audioOutput), SQLValue(usage?.explicitCache), SQLValue(record.isEstimated),
            SQLValue(record.isAccepted), SQLValue(record.firstToken), .integer(record.total),
            .text(record.outcome.name), .text(cost), SQLValue(currency),
            SQLValue(record.virtualKey),
            SQLValue(record.saved.map { "\($0)" }),
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
