import Inference

/// At most four answers at once, and one only with tools or while thinking.
struct ChoiceCount: DialectRule {
    static let id = "choice-count"
    var concerns: ChatMembers { .count }

    func apply(to request: inout ChatRequest, for target: DialectTarget) -> [Adjustment] {
        guard let count = request.n, count > 1 else { return [] }
        let isSingle = !request.tools.isEmpty || ThinkingState(target).isOn(in: request)
        let most = isSingle ? 1 : 4
        guard count > most else { return [] }
        request.n = most
        return adjusted(isSingle ? "n sent as 1: no more with tools or thinking" : "n clamped to 4")
    }
}
