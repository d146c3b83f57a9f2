/// Ranges of the numbers that a chat request may carry.
struct SamplingRules {
    let card: ModelCard

    func apply(_ json: JSON, to ask: inout ChatAsk) throws(ServiceError) {
        if let value = json["temperature"]?.double, !(0..<2).contains(value) { throw ServiceError("temperature_range") }
        if let value = json["top_p"]?.double, !(value > 0 && value <= 1) { throw ServiceError("top_p_range") }
        if let value = json["top_k"]?.int, value < 0 { throw ServiceError("top_k_range") }
        if let value = json["repetition_penalty"]?.double, value <= 0 { throw ServiceError("repetition_penalty_range") }
        if let value = json["presence_penalty"]?.double, !(-2...2).contains(value) {
            throw ServiceError("presence_penalty_range")
        }
        try applyLimits(json, to: &ask)
        if let seed = json["seed"]?.int {
            guard seed >= 0 else { throw ServiceError("seed_range", ["value": String(seed)]) }
            ask.seed = seed
        }
        ask.stop = try stop(json["stop"])
    }

    private func applyLimits(_ json: JSON, to ask: inout ChatAsk) throws(ServiceError) {
        if let limit = json["max_tokens"]?.int {
            guard (1...card.maxOutput).contains(limit) else {
                throw ServiceError("max_tokens_range", ["max": String(card.maxOutput)])
            }
            ask.maxTokens = limit
        }
        if card.completionLimit, let limit = json["max_completion_tokens"]?.int {
            guard limit >= 1 else { throw ServiceError("max_tokens_range", ["max": String(card.maxOutput)]) }
            ask.maxCompletionTokens = limit
        }
        if let count = json["n"]?.int {
            let hasTools = !(json["tools"]?.array ?? []).isEmpty
            let most = hasTools ? 1 : card.choices
            guard (1...most).contains(count) else { throw ServiceError("n_range", ["max": String(most)]) }
            ask.choices = count
        }
    }

    private func stop(_ value: JSON?) throws(ServiceError) -> [String] {
        switch value {
        case nil: return []
        case .string(let text)?: return [text]
        case .array(let elements)?:
            let texts = elements.compactMap(\.string)
            let numbers = elements.filter { $0.int != nil || $0.array != nil }
            guard texts.count == elements.count || numbers.count == elements.count else {
                throw ServiceError("stop_type")
            }
            return texts
        default: throw ServiceError("stop_type")
        }
    }
}
