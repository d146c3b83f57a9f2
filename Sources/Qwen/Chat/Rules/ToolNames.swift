import Inference

/// Names that the service refuses: `search`, and those of more than 64 characters.
struct ToolNames: DialectRule {
    static let id = "tool-names"
    var concerns: ChatMembers { .tools }

    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        for name in request.toolNames {
            if name == "search" {
                throw InferenceError(.invalidRequest, "the service takes no tool called 'search'; give it another name")
            }
            if name.count > 64 {
                throw InferenceError(
                    .invalidRequest, "expected tool names of at most 64 characters, got one of \(name.count)")
            }
        }
        return []
    }
}
