import Inference

/// A model that does not think refuses the members of thinking.
struct ThinkingNever: DialectRule {
    static let id = "thinking-never"
    var concerns: ChatMembers { .thinking }
    func applies(to site: DialectSite) -> Bool { site.model.thinking.control == .never }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard request.thinking != nil else { return [] }
        let wasOff = request.enableThinking == false || request.reasoningEffort.map(ThinkingState.isOff) == true
        request.thinking = nil
        return wasOff ? [] : adjusted("\(target.model.id) does not think")
    }
}
