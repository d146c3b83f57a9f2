import Inference

/// A budget above the model's largest is refused; one that the model does not take, too.
struct ThinkingBudget: DialectRule {
    static let id = "thinking-budget"
    var concerns: ChatMembers { .thinking }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard let budget = request.thinkingBudget else { return [] }
        let support = target.model.thinking
        guard support.takesBudget else {
            request.thinkingBudget = nil
            return adjusted("thinking_budget dropped: \(target.model.id) takes none")
        }
        guard let most = support.maxBudget, budget > most else { return [] }
        request.thinkingBudget = most
        return adjusted("thinking_budget clamped to \(most)")
    }
}
