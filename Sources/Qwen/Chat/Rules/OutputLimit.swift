import Inference

/// A limit outside of 1 to the model's largest output is refused, and models differ in the member that they obey.
struct OutputLimit: DialectRule {
    static let id = "output-limit"
    var concerns: ChatMembers { .limits }

    private static let names = ["max_tokens", "max_completion_tokens"]

    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        let field = target.model.wire.outputLimitField
        let given = Self.names.filter { request.node($0)?.int != nil }
        guard let source = given.first(where: { $0 == field }) ?? given.first, let asked = request.node(source)?.int
        else { return [] }
        guard asked >= 1 else {
            throw InferenceError(.invalidRequest, "expected \(source) of at least 1, got \(asked)")
        }
        let limit = min(asked, target.model.maxOutputTokens ?? asked)
        var adjustments: [Adjustment] = []
        if source != field { adjustments += adjusted("\(source) sent as \(field)") }
        if limit != asked { adjustments += adjusted("\(field) clamped to \(limit)") }
        for name in given where name != field { request[member: name] = nil }
        if source != field || limit != asked { request[member: field] = .int(limit) }
        return adjustments
    }
}
