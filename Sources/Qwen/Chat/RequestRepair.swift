import Inference

/// The one change of a request that cures a refusal which the catalogue did not foresee.
struct RequestRepair {
    private let repair: ErrorRule.Repair
    /// The number that the service named.
    private let limit: Int?
    private let model: ModelDescriptor

    init(_ repair: ErrorRule.Repair, limit: Int?, model: ModelDescriptor) {
        self.repair = repair
        self.limit = limit
        self.model = model
    }

    /// The changed request, `nil` when there is nothing left to change.
    func apply(to request: ChatRequest) -> (request: ChatRequest, adjustment: Adjustment)? {
        var changed = request
        guard let message = change(&changed) else { return nil }
        return (changed, Adjustment(rule: "repair-" + name, message: message))
    }

    private var name: String {
        repair.rawValue.map { $0.isUppercase ? "-" + $0.lowercased() : String($0) }.joined()
    }

    private func change(_ request: inout ChatRequest) -> String? {
        switch repair {
        case .outputLimit: return limitOutput(of: &request)
        case .thinkingBudget: return limitBudget(of: &request)
        case .dropThinkingBudget:
            guard request.has("thinking_budget") || request.has("reasoning_effort") else { return nil }
            request.thinking = .on
            return "without a thinking_budget"
        case .dropThinking: return drop(["enable_thinking", "thinking_budget", "reasoning_effort"], of: &request)
        case .dropParallelToolCalls:
            // A member that is there, be it null, is left alone by the rule that would add it.
            guard request.node("parallel_tool_calls")?.isNull != true else { return nil }
            request[member: "parallel_tool_calls"] = .some(.null)
            return "without parallel_tool_calls"
        case .thinkingOn:
            guard request.enableThinking == false else { return nil }
            request.thinking = .on
            return "thinking forced"
        case .thinkingOff:
            guard request.enableThinking != false else { return nil }
            request.thinking = .off
            return "thinking turned off"
        case .jsonWord:
            request.addInstruction("Answer in JSON.")
            return "\"Answer in JSON.\" added to the instructions"
        case .stream: return nil
        }
    }

    private func limitOutput(of request: inout ChatRequest) -> String? {
        let names = ["max_tokens", "max_completion_tokens"].filter { request.has($0) }
        let asked = names.compactMap { request.node($0)?.int }.max()
        guard let asked else { return nil }
        if let limit, asked >= 1, asked <= limit { return nil }
        for name in names { request[member: name] = nil }
        guard let limit, limit < asked else { return "without \(names.joined(separator: " and "))" }
        request[member: model.wire.outputLimitField] = .int(limit)
        return "\(model.wire.outputLimitField) clamped to \(limit)"
    }

    /// The budget may be the client's own, or what a level was turned into.
    private func limitBudget(of request: inout ChatRequest) -> String? {
        guard request.has("thinking_budget") || request.has("reasoning_effort") else { return nil }
        if let limit, limit > 0, request.thinkingBudget.map({ limit < $0 }) ?? true {
            request.thinking = .budget(limit)
            return "thinking_budget clamped to \(limit)"
        }
        request.thinking = .on
        return "without a thinking_budget"
    }

    private func drop(_ names: [String], of request: inout ChatRequest) -> String? {
        let present = names.filter { request.has($0) }
        for name in present { request[member: name] = nil }
        return present.isEmpty ? nil : "without \(present.joined(separator: " and "))"
    }
}
