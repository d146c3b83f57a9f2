import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A usage record as a row: the order of its columns stands here and nowhere else.
enum UsageRow {
    static let columns = commonColumns + ", " + rareColumns
    private static let commonColumns = """
        time, call_id, request_id, provider, model, served_model, endpoint, plan, credential, input, output, \
        cache_read, cache_write, reasoning, estimated, accepted, first_token, total, outcome, cost, currency, saved
        """
    /// Empty in most requests: a batch in which they are empty everywhere is added without them.
    private static let rareColumns = """
        image, video, audio, audio_output, explicit_cache, virtual_key
        """

    private static let commonWidth = 22
    private static let common = UsageInsertion(columns: commonColumns, width: commonWidth)
    private static let whole = UsageInsertion(columns: columns, width: commonWidth + 6)

    /// Adds records in their order.
    static func insert(_ records: [UsageRecord], into connection: Connection) throws(InferenceError) {
        if records.contains(where: hasRareValues) {
            try whole.add(records, into: connection) { record, parameters in
                addCommonValues(of: record, to: &parameters)
                addRareValues(of: record, to: &parameters)
            }
        } else {
            try common.add(records, into: connection, bind: addCommonValues)
        }
    }

    private static func addCommonValues(of record: UsageRecord, to parameters: inout Parameters) {
        parameters.add(milliseconds(record.time))
        parameters.add(record.callID)
        parameters.add(record.requestID)
        parameters.add(record.party.provider.rawValue)
        parameters.add(record.party.model.rawValue)
        parameters.add(record.servedModel?.rawValue)
        parameters.add(record.party.endpoint.rawValue)
        parameters.add(record.party.plan.rawValue)
        parameters.add(record.party.credential)
        parameters.add(record.usage?.input)
        parameters.add(record.usage?.output)
        parameters.add(record.usage?.cacheRead)
        parameters.add(record.usage?.cacheWrite)
        parameters.add(record.usage?.reasoning)
        parameters.add(record.isEstimated)
        parameters.add(record.isAccepted)
        parameters.add(record.firstToken)
        parameters.add(record.total)
        parameters.add(record.outcome.name)
        let (cost, currency) = cost(of: record.cost)
        parameters.add(cost)
        parameters.add(currency)
        parameters.add(record.saved.map { "\($0)" })
    }

    private static func addRareValues(of record: UsageRecord, to parameters: inout Parameters) {
        parameters.add(record.usage?.image)
        parameters.add(record.usage?.video)
        parameters.add(record.usage?.audio)
        parameters.add(record.usage?.audioOutput)
        parameters.add(record.usage?.explicitCache)
        parameters.add(record.virtualKey)
    }

    private static func hasRareValues(_ record: UsageRecord) -> Bool {
        if record.virtualKey != nil { return true }
        guard let usage = record.usage else { return false }
        return usage.image != nil || usage.video != nil || usage.audio != nil || usage.audioOutput != nil
            || usage.explicitCache != nil
    }

    static func record(_ row: borrowing Row) -> UsageRecord {
        UsageRecord(
            time: Double(row.integer(0) ?? 0) / 1000, callID: row.text(1) ?? "", requestID: row.text(2),
            provider: ProviderID(row.text(3) ?? ""), model: ModelID(row.text(4) ?? ""),
            servedModel: row.text(5).map { ModelID($0) }, endpoint: EndpointID(row.text(6) ?? ""),
            plan: PlanID(row.text(7) ?? ""), credential: row.text(8) ?? "",
            virtualKey: row.text(27), usage: usage(row),
            isEstimated: row.flag(14) ?? false, isAccepted: row.flag(15) ?? false, firstToken: row.integer(16),
            total: row.integer(17) ?? 0, outcome: UsageOutcome(name: row.text(18) ?? ""), cost: cost(row),
            saved: row.text(21).flatMap { Decimal(string: $0) })
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
            reasoning: row.integer(13), image: row.integer(22), video: row.integer(23), audio: row.integer(24),
            audioOutput: row.integer(25), explicitCache: row.flag(26))
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
        let text = row.text(19) ?? ""
        if let currency = row.text(20), let amount = Decimal(string: text) {
            return .amount(amount, currency: currency)
        }
        return text == "included" ? .included : text == "nothing" ? .nothing : .unknown
    }
}
