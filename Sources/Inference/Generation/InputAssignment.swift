/// Finds the mode that takes all inputs, and the rule that each of them keeps. Modes are tried in the order of the data.
struct InputAssignment {
    let mode: GenerationModeSupport
    let inputs: [GenerationPlan.PlannedInput]

    var hasVideo: Bool { inputs.contains { $0.rule.kind == .video } }

    init(_ request: GenerationRequest, support: GenerationSupport, model: ModelID) throws(InferenceError) {
        let modes = support.modes(for: request)
        for mode in modes {
            guard let inputs = Self.assign(request.inputs, to: mode) else { continue }
            try InputOwners(model: model).check(inputs)
            (self.mode, self.inputs) = (mode, inputs)
            return
        }
        let ways = modes.map(Self.describe).joined(separator: "; or ")
        throw InferenceError(
            .invalidRequest, "\(model) does not take \(Self.describe(request.inputs)); it takes \(ways)")
    }

    private static func assign(
        _ inputs: [GenerationInput], to mode: GenerationModeSupport
    ) -> [GenerationPlan.PlannedInput]? {
        var left = mode.inputs.map(\.count.upperBound)
        var planned: [GenerationPlan.PlannedInput] = []
        for input in inputs {
            let index = mode.inputs.indices.first { index in
                let rule = mode.inputs[index]
                return left[index] > 0 && rule.kind == input.kind && (input.role.map { $0 == rule.role } ?? true)
            }
            guard let index else { return nil }
            left[index] -= 1
            planned.append(GenerationPlan.PlannedInput(input: input, rule: mode.inputs[index]))
        }
        for (rule, left) in zip(mode.inputs, left) where rule.count.upperBound - left < rule.count.lowerBound {
            return nil
        }
        guard mode.inputCount?.contains(planned.count { $0.rule.belongsTo == nil }) ?? true else { return nil }
        let roles = Set(planned.map(\.rule.role))
        guard mode.combinations.isEmpty || mode.combinations.contains(where: { Set($0) == roles }) else { return nil }
        return planned
    }

    private static func describe(_ inputs: [GenerationInput]) -> String {
        guard !inputs.isEmpty else { return "a prompt alone" }
        return inputs.map { $0.role?.rawValue ?? "a reference \($0.kind)" }.joined(separator: ", ")
    }

    private static func describe(_ mode: GenerationModeSupport) -> String {
        guard !mode.combinations.isEmpty else {
            let rules = mode.inputs.map { "\($0.count.text) \($0.role)" }
            let limit = mode.inputCount.map { " (\($0.text) in all)" } ?? ""
            return rules.isEmpty ? "a prompt alone" : rules.joined(separator: ", ") + limit
        }
        return mode.combinations.map { $0.map(\.rawValue).joined(separator: " + ") }.joined(separator: ", or ")
    }
}

extension ClosedRange<Int> {
    /// `3`, or `0 to 3`.
    var text: String { lowerBound == upperBound ? "\(lowerBound)" : "\(lowerBound) to \(upperBound)" }
}
