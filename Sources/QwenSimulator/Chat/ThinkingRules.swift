/// Whether a request thinks and for how long, and which combinations the service refuses.
struct ThinkingRules {
    let card: ModelCard
    let dialect: Dialect

    func apply(_ json: JSON, to ask: inout ChatAsk) throws(ServiceError) {
        let flag = json["enable_thinking"]?.bool
        let effort = json["reasoning_effort"]?.string
        try checkBudget(json["thinking_budget"], effort: effort)
        let isOn = try isOn(flag: flag, effort: effort)
        guard isOn else { return }
        if !card.nonStreamThinking, !ask.stream { throw ServiceError("thinking_needs_stream") }
        if dialect == .native { try checkNative(json, stream: ask.stream, explicit: flag == true) }
        let limit = card.control == .effort ? effort.flatMap { card.efforts[$0] } ?? card.maxThinking : card.maxThinking
        ask.thinkingBudget = json["thinking_budget"]?.int ?? limit
    }

    private func isOn(flag: Bool?, effort: String?) throws(ServiceError) -> Bool {
        switch card.thinking {
        case .always:
            guard flag != false else { throw ServiceError("thinking_restricted") }
            return true
        case .never:
            guard flag != true else { throw ServiceError("thinking_unsupported") }
            return false
        case .on, .off:
            if card.control == .effort, let effort, let budget = card.efforts[effort] { return budget > 0 }
            return flag ?? (card.thinking == .on)
        }
    }

    private func checkBudget(_ budget: JSON?, effort: String?) throws(ServiceError) {
        guard let budget else { return }
        guard card.thinking != .never else { throw ServiceError("thinking_unsupported") }
        if effort != nil { throw ServiceError("budget_and_effort") }
        guard let value = budget.int, (1...max(1, card.maxThinking)).contains(value) else {
            throw ServiceError("thinking_budget_range", ["max": String(card.maxThinking)])
        }
    }

    private func checkNative(_ json: JSON, stream: Bool, explicit: Bool) throws(ServiceError) {
        if explicit, card.native == .text, let format = json["result_format"]?.string, format != "message" {
            throw ServiceError("result_format_required")
        }
        if stream, explicit, json["incremental_output"]?.bool != true { throw ServiceError("incremental_required") }
    }
}
