/// Checks parameters of a model's own, and adds the wishes that are parameters with many models.
struct ParameterChoice {
    private let mode: GenerationModeSupport
    private let model: ModelID

    init(_ mode: GenerationModeSupport, model: ModelID) {
        self.mode = mode
        self.model = model
    }

    func choose(_ request: GenerationRequest, _ notes: inout PlanNotes) throws(InferenceError) -> JSONObject {
        var chosen = JSONObject()
        for option in request.options.members {
            guard let rule = mode.parameter(option.key) else {
                let names = mode.parameters.map(\.name).joined(separator: ", ")
                throw InferenceError(
                    .invalidRequest,
                    "\(model) has no parameter '\(option.key)'; it has \(names.isEmpty ? "none" : names)")
            }
            try rule.check(option.value, of: model)
            chosen[option.key] = option.value
        }
        let wishes: [(name: String, wish: String, value: JSONValue?)] = [
            ("negative_prompt", "negativePrompt", request.negativePrompt.map { .string($0) }),
            ("audio", "audio", request.audio.map { .bool($0) }),
            ("watermark", "watermark", request.watermark.map { .bool($0) }),
            ("seed", "seed", request.seed.map { .int($0) }),
        ]
        for (name, wish, value) in wishes {
            guard let value else { continue }
            guard let rule = mode.parameter(name) else {
                notes.ignore(wish, value.text)
                continue
            }
            try rule.check(value, of: model)
            chosen[name] = value
        }
        for rule in mode.parameters where rule.isRequired && chosen[rule.name] == nil {
            guard let initial = rule.initial else { throw rule.refusal(of: model) }
            chosen[rule.name] = initial
        }
        return chosen
    }
}

extension ParameterRule {
    /// - Throws: `.invalidRequest` with the values that are allowed.
    func check(_ value: JSONValue, of model: ModelID) throws(InferenceError) {
        let fits =
            switch type {
            case .text: value.string.map { values.isEmpty || values.contains($0) } ?? false
            case .flag: value.bool != nil
            case .integer: value.int.map { isInRange(Double($0)) } ?? false
            case .number: value.double.map(isInRange) ?? false
            case .list: value.array != nil
            }
        guard fits else { throw refusal(of: model) }
    }

    fileprivate func refusal(of model: ModelID) -> InferenceError {
        InferenceError(.invalidRequest, "expected '\(name)' of \(model) to be \(expectation)")
    }

    private func isInRange(_ number: Double) -> Bool { range?.contains(number) ?? true }

    private var expectation: String {
        switch type {
        case .text: values.isEmpty ? "a text" : "one of " + values.joined(separator: ", ")
        case .flag: "true or false"
        case .integer: "a whole number" + bounds
        case .number: "a number" + bounds
        case .list: "a list"
        }
    }

    private var bounds: String { range.map { " from \($0.lowerBound) to \($0.upperBound)" } ?? "" }
}
