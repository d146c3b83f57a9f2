package import Inference

/// What a request costs that goes a certain way, and who pays. The same for all of them: one reference is shared.
package final class UsageTerms: Sendable {
    package let provider: ProviderID
    package let model: ModelID
    package let endpoint: Endpoint
    /// The plan that pays, when the endpoint is a known one.
    package let plan: Plan?
    /// What the model costs there, when anybody published it.
    package let price: Price?
    package let credential: Secret

    package init(
        provider: ProviderID, model: ModelID, endpoint: Endpoint, plan: Plan?, price: Price?, credential: Secret
    ) {
        self.provider = provider
        self.model = model
        self.endpoint = endpoint
        self.plan = plan
        self.price = price
        self.credential = credential
    }

    convenience init(_ selection: ModelSelection, _ account: AccountRoute) {
        let endpoint = account.target.endpoint
        self.init(
            provider: selection.reference.provider, model: selection.reference.model, endpoint: endpoint,
            plan: selection.entry.provider.manifest.plan(endpoint.plan),
            price: selection.descriptor.price(on: endpoint),
            credential: account.credential.secret)
    }
}
