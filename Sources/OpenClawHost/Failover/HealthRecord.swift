package import Inference

/// What is known about the health of one credential or account: a rest that holds for everything, and rests of single models.
package struct HealthRecord: Hashable, Sendable, Codable {
    package var all: CredentialRest?
    /// Rests by model id.
    package var models: [String: CredentialRest]
    /// When it last answered, kept only where several credentials take turns.
    package var lastUsed: Double?

    package init() { models = [:] }

    package var isEmpty: Bool { all == nil && models.isEmpty && lastUsed == nil }

    /// The rest that keeps a model from being asked now.
    package func rest(for model: ModelID, at now: Double) -> CredentialRest? {
        [all, models[model.rawValue]].compactMap { $0 }.filter { $0.isActive(at: now) }.max { $0.until < $1.until }
    }

    /// Whether something speaks against a model, also when its rest is over: the next failure counts on from there.
    package func speaks(against model: ModelID) -> Bool { all != nil || models[model.rawValue] != nil }

    /// An answer came: everything that spoke against the model is over.
    package mutating func succeed(with model: ModelID) {
        all = nil
        models[model.rawValue] = nil
    }

    /// A failure came. A rest that is running is not made longer by failures of its own kind.
    ///
    /// - Parameter model: the model that the failure is about; `nil` when it is about all.
    package mutating func fail(
        _ error: InferenceError, of model: ModelID?, at now: Double, cooldowns: Cooldowns, provider: ProviderID
    ) {
        let kind = error.advice.rest
        let running = [all, model.flatMap { models[$0.rawValue] }].compactMap { $0 }.filter {
            $0.isActive(at: now) && !$0.isProbed(at: now)
        }
        if running.contains(where: { $0.kind == kind || $0.kind != .brief }) { return }
        let widens = kind == .brief && isAnotherResting(than: model, at: now)
        let target = widens ? nil : model
        let previous = target.map { models[$0.rawValue] } ?? all
        let rest = cooldowns.rest(after: error, previous: previous, at: now, provider: provider)
        guard let target else {
            all = rest
            models = models.filter { $0.value.kind != .brief }
            return
        }
        models[target.rawValue] = rest
    }

    /// Takes the one request that is let through while nobody knows whether a failure passes. False when another process
    /// was faster.
    package mutating func claimProbe(of model: ModelID, at now: Double) -> Bool {
        if rest(for: model, at: now) != nil { return false }
        if let interval = all?.probingInterval { all?.until = now + interval }
        if let interval = models[model.rawValue]?.probingInterval { models[model.rawValue]?.until = now + interval }
        return true
    }

    /// Whether a probe has to be claimed before the model is asked.
    package func isProbing(_ model: ModelID) -> Bool {
        all?.probingSince != nil || models[model.rawValue]?.probingSince != nil
    }

    private func isAnotherResting(than model: ModelID?, at now: Double) -> Bool {
        guard let model else { return false }
        return models.contains { $0.key != model.rawValue && $0.value.kind == .brief && $0.value.isActive(at: now) }
    }
}
