/// Holds what is known of the inputs against their rules.
struct InputCheck {
    let model: ModelID

    func check(_ inputs: [GenerationPlan.PlannedInput]) throws(InferenceError) {
        for input in inputs { try check(input.input.facts, input.rule) }
        for (role, members) in Dictionary(grouping: inputs, by: \.rule.role) {
            let seconds = members.compactMap(\.input.facts.seconds).reduce(0, +)
            guard let rule = members.first?.rule, let limit = rule.totalSeconds, seconds > limit + 0.05 else {
                continue
            }
            throw InferenceError(
                .invalidRequest,
                "all of \(role) last \(Self.text(seconds)) s; \(model) takes at most \(Self.text(limit)) s together")
        }
    }

    func check(_ facts: MediaFacts, _ rule: InputRule) throws(InferenceError) {
        if let type = facts.mediaType, !rule.mediaTypes.isEmpty, !rule.mediaTypes.contains(type) {
            throw refusal(rule, "is \(type)", expected: rule.mediaTypes.joined(separator: ", "))
        }
        if let count = facts.byteCount, let limit = rule.maxBytes, count > limit {
            // Rounded up, so that what is too much by a byte does not look like what is taken.
            let size = Self.text((Double(count) / 1_048_576 * 10).rounded(.up) / 10)
            throw refusal(rule, "has \(size) MB", expected: "at most \(limit >> 20) MB")
        }
        if let size = facts.size { try check(size, rule) }
        if let seconds = facts.seconds, let range = rule.seconds,
            seconds < range.lowerBound - 0.05 || seconds > range.upperBound + 0.05
        {
            throw refusal(
                rule, "lasts \(Self.text(seconds)) s",
                expected: "\(Self.text(range.lowerBound)) to \(Self.text(range.upperBound)) s")
        }
    }

    private func check(_ size: PixelSize, _ rule: InputRule) throws(InferenceError) {
        if let sides = rule.sides, !sides.contains(size.width) || !sides.contains(size.height) {
            throw refusal(rule, "is \(size) pixels", expected: "sides of \(sides.text) pixels")
        }
        if let limit = rule.maxElongation, max(size.ratio, 1 / size.ratio) > limit {
            throw refusal(rule, "is \(size) pixels", expected: "a ratio between 1:\(Self.text(limit)) and its inverse")
        }
    }

    private func refusal(_ rule: InputRule, _ found: String, expected: String) -> InferenceError {
        InferenceError(.invalidRequest, "the \(rule.role) \(found); \(model) takes \(expected)")
    }

    private static func text(_ value: Double) -> String {
        value == value.rounded() ? String(Int(value)) : String((value * 10).rounded() / 10)
    }
}
