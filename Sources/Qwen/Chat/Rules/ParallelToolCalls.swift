import Inference

/// The service's default for parallel calls is not certain; clients rely on OpenAI's, which is on.
struct ParallelToolCalls: DialectRule {
    static let id = "parallel-tool-calls"
    var concerns: ChatMembers { .tools }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        if !request.tools.isEmpty, !request.has("parallel_tool_calls") { request.parallelToolCalls = true }
        return []
    }
}
