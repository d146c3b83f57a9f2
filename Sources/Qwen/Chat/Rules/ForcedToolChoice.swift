import Inference

/// A forced tool call is refused while the model thinks.
struct ForcedToolChoice: DialectRule {
    static let id = "forced-tool-choice"
    var concerns: ChatMembers { .tools }

    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        guard request.toolChoice?.isForced == true else { return [] }
        let thinking = ThinkingState(target)
        switch target.model.tools.forcedChoice {
        case .yes: return []
        case .withoutThinking where !thinking.isOn(in: request): return []
        case .withoutThinking where target.conflict == .keepGuarantee:
            if thinking.turnOff(in: &request) {
                return adjusted("thinking turned off: a tool cannot be forced while the model thinks")
            }
        case .withoutThinking, .no: break
        }
        guard target.conflict == .keepThinking else {
            throw InferenceError(
                .unsupported,
                "\(target.model.id) cannot be made to call a tool; send tool_choice auto, or take another model",
                hint: "openclaw models list --all")
        }
        request.toolChoice = .auto
        return adjusted("tool_choice sent as auto: \(target.model.id) cannot be made to call a tool while it thinks")
    }
}
