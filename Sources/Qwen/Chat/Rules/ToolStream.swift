import Inference

/// Models that can send arguments in pieces do so only when asked.
struct ToolStream: DialectRule {
    static let id = "tool-stream"
    var concerns: ChatMembers { .tools }
    func applies(to site: DialectSite) -> Bool { site.model.tools.takesToolStream }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        if !request.tools.isEmpty, !request.has("tool_stream") { request[member: "tool_stream"] = true }
        return []
    }
}
