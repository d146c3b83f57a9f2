import Inference

/// Other services' spellings of thinking become the three members that this one knows.
///
/// `reasoning: {effort, enabled, max_tokens}` and `thinking: {type, budget_tokens}` are read; a member that is already
/// there in the service's own spelling wins.
struct ThinkingSpelling: DialectRule {
    static let id = "thinking-spelling"
    var concerns: ChatMembers { .thinking }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        var spelled: [String] = []
        if let reasoning = request.node("reasoning"), reasoning.kind == .object {
            take(
                effort: reasoning["effort"]?.string, flag: reasoning["enabled"]?.bool,
                budget: reasoning["max_tokens"]?.int, into: &request)
            request[member: "reasoning"] = nil
            spelled.append("reasoning")
        }
        if let thinking = request.node("thinking"), thinking.kind == .object {
            let kind = thinking["type"]?.string
            take(
                effort: nil, flag: kind.map { $0 != "disabled" }, budget: thinking["budget_tokens"]?.int, into: &request
            )
            request[member: "thinking"] = nil
            spelled.append("thinking")
        }
        return spelled.isEmpty
            ? [] : adjusted("\(spelled.joined(separator: " and ")) sent in the service's own spelling")
    }

    private func take(effort: String?, flag: Bool?, budget: Int?, into request: inout ChatRequest) {
        if let effort, !request.has("reasoning_effort") { request.reasoningEffort = effort }
        if let flag, !request.has("enable_thinking") { request.enableThinking = flag }
        if let budget, !request.has("thinking_budget") { request.thinkingBudget = budget }
    }
}
