package import Inference

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What a request is about, as far as the ledger wants to know.
package struct UsageSubject: Sendable {
    package var callID: String
    package var provider: ProviderID
    package var model: ModelID
    package var endpoint: Endpoint
    /// The plan that pays, when the endpoint is a known one.
    package var plan: Plan?
    /// What the model costs there, when anybody published it.
    package var price: Price?
    package var credential: Secret
    /// The name of the virtual key with which a client of the gateway asks.
    package var virtualKey: String?

    package init(
        callID: String, provider: ProviderID, model: ModelID, endpoint: Endpoint, plan: Plan?, price: Price?,
        credential: Secret, virtualKey: String? = nil
    ) {
        self.callID = callID
        self.provider = provider
        self.model = model
        self.endpoint = endpoint
        self.plan = plan
        self.price = price
        self.credential = credential
        self.virtualKey = virtualKey
    }

    /// Failures after which nobody can say whether the service has worked.
    private static let maybeBilled: Set<InferenceError.Code> = [.deadlineExceeded, .truncated, .malformedResponse]

    /// What a request cost by the official rule.
    package func cost(of usage: Usage?, isAccepted: Bool, outcome: UsageOutcome, thinking: Bool) -> UsageCost {
        if !isAccepted, case .failed(let code) = outcome, !Self.maybeBilled.contains(code) { return .nothing }
        if plan?.isSubscription == true { return .included }
        guard let usage, let price, let amount = price.cost(of: usage, thinking: thinking) else { return .unknown }
        return .amount(amount, currency: price.currency)
    }

    /// What caches have saved of a cost; `nil` when it is no amount.
    package func saved(of usage: Usage?, in cost: UsageCost) -> Decimal? {
        guard case .amount = cost, let usage else { return nil }
        return price?.saving(of: usage)
    }
}

extension UsageSubject {
    init(_ route: some CallRoute, callID: String, virtualKey: String? = nil) {
        let selection = route.selection
        self.init(
            callID: callID, provider: selection.reference.provider, model: selection.reference.model,
            endpoint: route.endpoint, plan: route.plan, price: selection.descriptor.price(on: route.endpoint),
            credential: route.account.credential.secret, virtualKey: virtualKey)
    }
}
