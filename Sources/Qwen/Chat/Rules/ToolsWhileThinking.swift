import Inference

/// Some models call tools only without thinking.
struct ToolsWhileThinking: DialectRule {
    static let id = "tools-while-thinking"
    var concerns: ChatMembers { .tools }
    func applies(to site: DialectSite) -> Bool { !site.model.tools.worksWithThinking }

    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        let thinking = ThinkingState(target)
        guard !request.tools.isEmpty, thinking.isOn(in: request) else { return [] }
        guard thinking.turnOff(in: &request) else {
            throw InferenceError(
                .unsupported, "\(target.model.id) always thinks and calls no tools meanwhile; take another model",
                hint: "openclaw models list --all")
        }
        return adjusted("thinking turned off: \(target.model.id) calls tools only without it")
    }
}
