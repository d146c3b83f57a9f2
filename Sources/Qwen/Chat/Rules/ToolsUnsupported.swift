import Inference

/// A model that calls no tools refuses a request with tools; without them the answer would be another one.
struct ToolsUnsupported: DialectRule {
    static let id = "tools-unsupported"
    var concerns: ChatMembers { .tools }
    func applies(to site: DialectSite) -> Bool { !site.model.tools.isSupported }

    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        guard !request.tools.isEmpty else { return [] }
        throw InferenceError(
            .unsupported, "\(target.model.id) calls no tools; send none, or take another model",
            hint: "openclaw models list --all")
    }
}
