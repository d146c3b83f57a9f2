import Inference

/// A model that does not think refuses the members of thinking.
struct ThinkingNever: DialectRule {
    static let id = "thinking-never"
    var concerns: ChatMembers? { .thinking }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard target.model.thinking.control == .never, request.thinking != nil else { return [] }
        let wasOff = request.enableThinking == false || request.reasoningEffort.map(ThinkingState.isOff) == true
        request.thinking = nil
        return wasOff ? [] : adjusted("\(target.model.id) does not think")
    }
}
