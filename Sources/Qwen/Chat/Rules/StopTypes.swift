import Inference

/// Stop sequences are all texts or all token ids.
struct StopTypes: DialectRule {
    static let id = "stop-types"
    var concerns: ChatMembers { .stop }

    func apply(to request: inout ChatRequest, for target: DialectTarget) throws(InferenceError) -> [Adjustment] {
        guard let stop = request.node("stop"), Set(stop.elements.map(\.kind)).count > 1 else { return [] }
        throw InferenceError(.invalidRequest, "expected stop to hold texts only or token ids only, got a mixture")
    }
}
