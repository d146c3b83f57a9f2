import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// One attempt in the words of `explain`.
struct FlightStep {
    var head: String
    var outcome: String
    var details: [(String, String)] = []

    init(_ call: UsageRecord) {
        head = "\(call.provider)/\(call.model) at \(call.endpoint)"
        outcome = call.outcome.name
        details = [("key", "fingerprint \(call.credential)")]
        if let id = call.requestID { details.append(("id", "\(id) at the service")) }
        let first = call.firstToken.map { "first token after \($0) ms, " } ?? ""
        details.append(("took", "\(first)\(call.total) ms"))
        if let usage = call.usage {
            let estimate = call.isEstimated ? " (estimated)" : ""
            let cached = usage.cacheRead > 0 ? ", \(usage.cacheRead) of them cached" : ""
            details.append(("used", "\(usage.input) input tokens\(cached), \(usage.output) output tokens\(estimate)"))
        }
        details.append(("cost", Self.cost(call.cost)))
    }

    /// An attempt that did not come as far as the ledger.
    init(_ attempt: FlightAttempt) {
        head = attempt.model + (attempt.endpoint.map { " at \($0)" } ?? "")
        outcome = attempt.code ?? "ok"
        if let credential = attempt.credential { details.append(("key", credential)) }
        if let message = attempt.message { details.append(("why", message)) }
    }

    private static func cost(_ cost: UsageCost) -> String {
        switch cost {
        case .amount(let amount, let currency): "\(AmountText.short(amount)) \(currency) by the price list"
        case .included: "included in the plan"
        case .nothing: "nothing: it was refused"
        case .unknown: "unknown"
        }
    }
}
