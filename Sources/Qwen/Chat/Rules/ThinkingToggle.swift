import Inference

/// A hybrid model takes a flag. It is sent only when the request says something about thinking; levels become the
/// model's own effort, or a budget where it has none.
struct ThinkingToggle: DialectRule {
    static let id = "thinking-toggle"
    var concerns: ChatMembers { .thinking }
    func applies(to site: DialectSite) -> Bool { site.model.thinking.control == .toggle }

    /// What the service's own models give to their lower efforts, in tokens; higher ones have no bound.
    private static let budgets = ["minimal": 4_096, "low": 4_096, "medium": 16_384]

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        let support = target.model.thinking
        guard let level = request.reasoningEffort else {
            if request.enableThinking == false { request.thinking = .off }
            if request.has("thinking_budget") { request.enableThinking = true }
            return []
        }
        if ThinkingState.isOff(level) || request.enableThinking == false {
            request.thinking = .off
            return adjusted("reasoning_effort \(level) sent as enable_thinking false")
        }
        request.enableThinking = true
        if let effort = ThinkingState(target).effort(for: level) {
            request.reasoningEffort = effort
            return effort == level ? [] : adjusted("reasoning_effort \(level) sent as \(effort)")
        }
        request.reasoningEffort = nil
        guard support.takesBudget, let budget = Self.budgets[level] else {
            return adjusted("reasoning_effort \(level) sent as enable_thinking true")
        }
        request.thinkingBudget = budget
        return adjusted("reasoning_effort \(level) sent as a thinking_budget of \(budget)")
    }
}
