import Inference

/// A format is refused, or silently ignored, while the model thinks.
struct JSONWhileThinking: DialectRule {
    static let id = "json-while-thinking"
    var concerns: ChatMembers { .format }
    func applies(to site: DialectSite) -> Bool { !site.model.structuredOutput.worksWithThinking }

    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        let thinking = ThinkingState(target)
        guard request.responseFormat?.isJSON == true, thinking.isOn(in: request) else { return [] }
        if target.conflict == .keepThinking {
            request.responseFormat = nil
            return adjusted("response_format dropped: \(target.model.id) honours none while it thinks")
        }
        guard thinking.turnOff(in: &request) else {
            throw InferenceError(
                .unsupported, "\(target.model.id) always thinks and promises no JSON meanwhile; take another model",
                hint: "openclaw models list --all")
        }
        return adjusted("thinking turned off: \(target.model.id) answers in JSON only without it")
    }
}
