import Inference

/// A model that is steered by effort alone takes neither flag nor budget; its word for no thinking is an effort, too.
struct ThinkingEffort: DialectRule {
    static let id = "thinking-effort"
    var concerns: ChatMembers { .thinking }
    func applies(to site: DialectSite) -> Bool { site.model.thinking.control == .effort }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        let support = target.model.thinking
        guard request.thinking != nil else { return [] }
        let level = request.reasoningEffort
        if request.enableThinking == false || level.map(ThinkingState.isOff) == true {
            return turnOff(&request, support, target)
        }
        request[member: "enable_thinking"] = nil
        guard let level else { return [] }
        let effort = ThinkingState(target).effort(for: level)
        request.reasoningEffort = effort
        return effort == level
            ? [] : adjusted("reasoning_effort \(level) \(effort.map { "sent as \($0)" } ?? "dropped")")
    }

    private func turnOff(
        _ request: inout ChatRequest, _ support: ThinkingSupport, _ target: DialectTarget
    ) -> [Adjustment] {
        if let off = support.offEffort {
            let isSpelled = request.reasoningEffort == off && !request.has("enable_thinking")
            request.thinking = .effort(off)
            return isSpelled ? [] : adjusted("no thinking sent as reasoning_effort \(off)")
        }
        let lowest = support.effortAliases["off"] ?? support.effortAliases["none"]
        request.thinking = lowest.map { .effort($0) }
        let spelling = lowest.map { ", reasoning_effort \($0) sent" } ?? ""
        return adjusted("thinking forced: \(target.model.id) always thinks\(spelling)")
    }
}
