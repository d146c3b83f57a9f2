import Inference

/// `thinking_budget` and `reasoning_effort` exclude each other; the one that the model takes stays. A budget of nothing
/// is no thinking.
struct ThinkingExclusive: DialectRule {
    static let id = "thinking-exclusive"
    var concerns: ChatMembers { .thinking }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        if let budget = request.thinkingBudget, budget <= 0 {
            request.thinking = .off
            return adjusted("a thinking_budget of \(budget) sent as no thinking")
        }
        guard request.has("thinking_budget"), let effort = request.reasoningEffort, !ThinkingState.isOff(effort) else {
            return []
        }
        if target.model.thinking.takesBudget {
            request.reasoningEffort = nil
            return adjusted("reasoning_effort dropped: thinking_budget excludes it")
        }
        request.thinkingBudget = nil
        return adjusted("thinking_budget dropped: reasoning_effort excludes it")
    }
}
