/// Checks parameters of a model's own, and adds the wishes that are parameters with many models.
struct ParameterChoice {
    private let mode: GenerationModeSupport
    private let model: ModelID

    init(_ mode: GenerationModeSupport, model: ModelID) {
        self.mode = mode
        self.model = model
    }

    func choose(
        _ request: GenerationRequest, _ inputs: [GenerationPlan.PlannedInput], _ notes: inout PlanNotes
    ) throws(InferenceError) -> JSONObject {
        var chosen = JSONObject()
        for option in request.options.members {
            if option.key == GenerationSupport.functionOption, option.value.string == mode.function { continue }
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
        for hint in request.hints.members {
            guard let rule = mode.parameter(hint.key) else {
                notes.ignore(hint.key, hint.value.string ?? hint.value.text)
                continue
            }
            try rule.check(hint.value, of: model)
            chosen[hint.key] = hint.value
        }
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
        for rule in mode.parameters {
            guard let value = chosen[rule.name] else { continue }
            try rule.check(value, among: chosen, inputs, of: model)
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
            case .list: value.array.map { isInRange(Double($0.count)) } ?? false
            case .object: value.object != nil
            }
        guard fits else { throw refusal(of: model) }
    }

    /// Holds a value against what else is asked for.
    fileprivate func check(
        _ value: JSONValue, among chosen: JSONObject, _ inputs: [GenerationPlan.PlannedInput], of model: ModelID
    ) throws(InferenceError) {
        if let condition, let other = chosen[condition.parameter], other != condition.value {
            throw InferenceError(
                .invalidRequest,
                "'\(name)' of \(model) takes effect with '\(condition.parameter)' \(condition.value.text) only")
        }
        guard let eachOf, let count = value.array?.count else { return }
        let expected = inputs.count { $0.rule.role == eachOf }
        guard count == expected else {
            throw InferenceError(
                .invalidRequest,
                "expected '\(name)' of \(model) to have one element for each \(eachOf), \(expected) in all, got \(count)"
            )
        }
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
        case .list: "a list" + (range.map { " of \(Int($0.lowerBound)) to \(Int($0.upperBound)) elements" } ?? "")
        case .object: "an object"
        }
    }

    private var bounds: String {
        func text(_ bound: Double) -> String { bound == bound.rounded() ? String(Int(bound)) : String(bound) }
        return range.map { " from \(text($0.lowerBound)) to \(text($0.upperBound))" } ?? ""
    }
}
