package import Inference

/// Who was asked, and on whose account. The same in many requests: one reference is shared.
package final class UsageParty: Sendable {
    package let provider: ProviderID
    /// The model that was asked for.
    package let model: ModelID
    package let endpoint: EndpointID
    package let plan: PlanID
    /// The fingerprint of the credential, as `UsageLedger.fingerprint(of:)` gives it.
    package let credential: String

    package init(provider: ProviderID, model: ModelID, endpoint: EndpointID, plan: PlanID, credential: String) {
        self.provider = provider
        self.model = model
        self.endpoint = endpoint
        self.plan = plan
        self.credential = credential
    }

    convenience init(_ terms: UsageTerms, credential: String) {
        self.init(
            provider: terms.provider, model: terms.model, endpoint: terms.endpoint.id, plan: terms.endpoint.plan,
            credential: credential)
    }
}

extension UsageParty: Equatable {
    package static func == (one: UsageParty, other: UsageParty) -> Bool {
        one === other
            || one.provider == other.provider && one.model == other.model && one.endpoint == other.endpoint
                && one.plan == other.plan && one.credential == other.credential
    }
}
