import Inference

/// A model that always thinks refuses to be told not to, and takes no effort unless it lists some.
struct ThinkingForced: DialectRule {
    static let id = "thinking-forced"
    var concerns: ChatMembers { .thinking }
    func applies(to site: DialectSite) -> Bool { site.model.thinking.control == .always }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
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
