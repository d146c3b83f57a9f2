import Inference

/// A request as it is handed to the codec of one target, and what was changed in it before.
struct PreparedChat: Sendable {
    var request: ChatRequest
    var adjustments: [Adjustment] = []

    /// The request for a model, changed by what was learned about it before.
    init(_ request: ChatRequest, for route: ChatRoute, lessons: [LearnedRepair]) {
        self.request = request
        let model = route.selection.model
        // Writing down what stands there already would cost every request an edit.
        if request.model != model { self.request.model = model }
        let parameters = route.selection.parameters
        if !parameters.isEmpty { ModelParameters(parameters).apply(to: &self.request) }
        for lesson in lessons {
            let model = route.selection.descriptor
            guard let repair = route.codec.repaired(self.request, model: model, after: lesson.error) else { continue }
            self.request = repair.request
            adjustments.append(
                Adjustment(rule: repair.adjustment.rule, message: "\(repair.adjustment.message), as learned before"))
        }
    }

    /// The request that may be sent after a refusal; `nil` when no change cures it.
    func repaired(for route: ChatRoute, after error: InferenceError) -> PreparedChat? {
        let model = route.selection.descriptor
        guard let repair = route.codec.repaired(request, model: model, after: error) else { return nil }
        var prepared = self
        prepared.request = repair.request
        prepared.adjustments.append(repair.adjustment)
        return prepared
    }
}
