/// Makes of a wish what one model takes. Wrong inputs and options are refused with what would be right; wishes for size,
/// length, sound and the like are brought to the nearest thing the model has, or left out, and that is written down.
public struct GenerationPlanner: Sendable {
    private let support: GenerationSupport
    private let endpoint: EndpointID

    public init(support: GenerationSupport, endpoint: EndpointID) {
        self.support = support
        self.endpoint = endpoint
    }

    private var model: ModelID { support.model }

    /// - Throws: `InferenceError` with code `.invalidRequest`; nothing was sent.
    public func plan(_ request: GenerationRequest) throws(InferenceError) -> GenerationPlan {
        let assignment = try InputAssignment(request, support: support, model: model)
        let mode = assignment.mode
        try InputCheck(model: model).check(assignment.inputs)
        var notes = PlanNotes()
        try checkPrompt(request, mode, &notes)
        if let prompt = request.prompt, !mode.takesPrompt { notes.ignore("prompt", prompt) }
        let inputSeconds = assignment.inputs.compactMap { $0.rule.kind == .video ? $0.input.facts.seconds : nil }
            .reduce(0, +)
        let length = LengthChoice(mode.length, hasVideo: assignment.hasVideo, inputSeconds: inputSeconds)
        let seconds = length.choose(request.seconds, &notes)
        let parameters = try ParameterChoice(mode, model: model).choose(request, assignment.inputs, &notes)
        let choice = FrameChoice(mode.geometry(with: parameters))
        let frame = choice.choose(request, &notes)
        let count = CountChoice(mode.count(with: parameters)).choose(request.count, &notes)
        let assumed = mode.assumed(beside: parameters)
        let estimate = PriceEstimate(
            seconds: seconds == mode.length?.automatic ? nil : seconds,
            count: mode.countParameter.flatMap { assumed[$0]?.int } ?? count, parameters: assumed,
            resolution: choice.resolution(of: frame), inputSeconds: inputSeconds)
        return GenerationPlan(
            model: model, wire: support.wire, kind: support.kind, mode: mode.mode, function: mode.function,
            isTask: support.isTask,
            prompt: mode.takesPrompt ? request.prompt : nil, inputs: assignment.inputs, frame: frame, seconds: seconds,
            count: count,
            parameters: parameters, normalizations: notes.normalizations, ignored: notes.ignored,
            warnings: notes.warnings,
            cost: support.prices.first { $0.endpoints.contains(endpoint) }.flatMap(estimate.cost),
            typicalSeconds: support.typicalSeconds)
    }

    private func checkPrompt(
        _ request: GenerationRequest, _ mode: GenerationModeSupport, _ notes: inout PlanNotes
    ) throws(InferenceError) {
        let prompt = request.prompt?.trimmingASCIIWhitespace() ?? ""
        guard !prompt.isEmpty || !mode.isPromptRequired else {
            throw InferenceError(.invalidRequest, "expected a prompt: \(model) generates nothing without one")
        }
        if let limit = mode.promptLimit, prompt.count > limit {
            notes.warnings.append(
                "the prompt has \(prompt.count) characters; \(model) reads the first \(limit)")
        }
    }
}

extension GenerationModeSupport {
    /// Parameters together with what the service assumes of those that are not sent.
    func assumed(beside chosen: JSONObject) -> JSONObject {
        parameters.reduce(into: chosen) { all, rule in all[rule.name] = all[rule.name] ?? rule.initial }
    }
}

/// What was changed while a plan was made.
struct PlanNotes {
    var normalizations: [Normalization] = []
    var ignored: [IgnoredOverride] = []
    var warnings: [String] = []

    mutating func normalize(
        _ name: String, from requested: String, to applied: String, derivedFrom: String? = nil,
        of supported: [String] = []
    ) {
        guard requested != applied || derivedFrom != nil else { return }
        normalizations.append(
            Normalization(
                name: name, requested: requested, applied: applied, derivedFrom: derivedFrom, supported: supported))
    }

    mutating func ignore(_ name: String, _ value: String) {
        ignored.append(IgnoredOverride(name: name, value: value))
    }
}
