package import Inference

/// A refusal that a changed request cured and that holds for a model on an endpoint.
package struct LearnedRepair: Hashable, Sendable, Codable {
    package var provider: ProviderID
    package var endpoint: EndpointID
    package var model: ModelID
    /// The provider's rule that recognised the refusal.
    package var rule: String
    /// What the service said, from which the provider reads the value that it wants.
    package var message: String
    /// Seconds since 1970.
    package var learnedAt: Double

    /// After so many seconds it is forgotten: services change.
    package static let lifetime: Double = 7 * 86_400

    package init(
        provider: ProviderID, endpoint: EndpointID, model: ModelID, rule: String, message: String, learnedAt: Double
    ) {
        self.provider = provider
        self.endpoint = endpoint
        self.model = model
        self.rule = rule
        self.message = message
        self.learnedAt = learnedAt
    }

    /// `nil` when the error teaches nothing about the model.
    package init?(_ error: InferenceError, of target: FailoverTarget, at now: Double) {
        guard let rule = error.rule, error.advice.isLesson else { return nil }
        (provider, endpoint, model) = (target.provider, target.endpoint, target.model)
        (self.rule, message, learnedAt) = (rule, String(error.message.prefix(400)), now)
    }

    /// The refusal as the provider needs it to repair a request.
    package var error: InferenceError { InferenceError(.invalidRequest, message, rule: rule) }

    /// Whether both are about the same refusal of the same model.
    func replaces(_ other: LearnedRepair) -> Bool {
        provider == other.provider && endpoint == other.endpoint && model == other.model && rule == other.rule
    }

    package func isCurrent(at now: Double) -> Bool { now - learnedAt < Self.lifetime }
}
