import Inference

/// A model that always thinks refuses to be told not to, and takes no effort unless it lists some.
struct ThinkingForced: DialectRule {
    static let id = "thinking-forced"
    var concerns: ChatMembers? { .thinking }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard target.model.thinking.control == .always else { return [] }
        if request.enableThinking == false || request.reasoningEffort.map(ThinkingState.isOff) == true {
            request.thinking = nil
            return adjusted("thinking forced: \(target.model.id) always thinks")
        }
        guard let level = request.reasoningEffort else { return [] }
        let effort = ThinkingState(target).effort(for: level)
        request.reasoningEffort = effort
        return effort == level
            ? [] : adjusted("reasoning_effort \(level) \(effort.map { "sent as \($0)" } ?? "dropped")")
    }
}
