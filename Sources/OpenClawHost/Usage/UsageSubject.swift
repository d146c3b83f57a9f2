package import Inference

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// What a request is about, as far as the ledger wants to know.
package struct UsageSubject: Sendable {
    package var callID: String
    /// The name of the virtual key with which a client of the gateway asks.
    package var virtualKey: String?
    let terms: UsageTerms

    package init(
        callID: String, provider: ProviderID, model: ModelID, endpoint: Endpoint, plan: Plan?, price: Price?,
        credential: Secret, virtualKey: String? = nil
    ) {
        self.init(
            UsageTerms(
                provider: provider, model: model, endpoint: endpoint, plan: plan, price: price, credential: credential),
            callID: callID, virtualKey: virtualKey)
    }

    package init(_ terms: UsageTerms, callID: String, virtualKey: String? = nil) {
        self.terms = terms
        self.callID = callID
        self.virtualKey = virtualKey
    }

    package var provider: ProviderID { terms.provider }
    package var model: ModelID { terms.model }
    package var endpoint: Endpoint { terms.endpoint }
    package var plan: Plan? { terms.plan }
    package var price: Price? { terms.price }
    package var credential: Secret { terms.credential }
    package var endpointID: EndpointID { terms.endpoint.id }
    package var planID: PlanID { terms.endpoint.plan }

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
        self.init(route.terms, callID: callID, virtualKey: virtualKey)
    }
}
