import Inference

/// A conversation of nothing but instructions is refused by the service; say so before it leaves.
struct ConversationTurn: DialectRule {
    static let id = "conversation-turn"
    /// Only what drops messages can have left nothing but instructions.
    var occasions: ConversationFacts { [.onlyInstructions, .blank, .tools] }

    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        guard request.messages.contains(where: { $0.role != .system && $0.role != .developer }) else {
            throw InferenceError(.invalidRequest, "expected at least one message of the user that is not blank")
        }
        return []
    }
}
