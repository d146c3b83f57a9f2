import Inference

/// OpenAI allows a top_p of 0; the service wants more than that.
struct TopPEdge: DialectRule {
    static let id = "top-p-edge"
    var concerns: ChatMembers { .topP }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard request.topP == 0 else { return [] }
        request.topP = 0.001
        return adjusted("top_p 0 sent as 0.001")
    }
}
