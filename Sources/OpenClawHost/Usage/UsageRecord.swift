package import Inference

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// One request as the ledger keeps it: who was asked, how it went, and what it cost. No prompt, no answer, no key.
package struct UsageRecord: Hashable, Sendable {
    /// When it began, in seconds since 1970; the ledger keeps milliseconds.
    package var time: Double
    /// Our own id of the call.
    package var callID: String
    /// The service's id of the request.
    package var requestID: String?
    package var provider: ProviderID
    /// The model that was asked for.
    package var model: ModelID
    /// The model that the service says it ran.
    package var servedModel: ModelID?
    package var endpoint: EndpointID
    package var plan: PlanID
    /// The fingerprint of the credential, as `UsageLedger.fingerprint(of:)` gives it.
    package var credential: String
    /// The name of the virtual key with which a client of the gateway asked.
    package var virtualKey: String?
    /// Token counts; `nil` when nobody counted.
    package var usage: Usage?
    /// Whether the counts are our own guess, because the answer was stopped before the service counted.
    package var isEstimated: Bool
    /// Whether the service took the request, so that it counts against a plan.
    package var isAccepted: Bool
    /// Milliseconds to the first visible piece of the answer.
    package var firstToken: Int?
    /// Milliseconds to the end.
    package var total: Int
    package var outcome: UsageOutcome
    package var cost: UsageCost
    /// What caches have saved, in the currency of the cost; negative when more was written than read. `nil` when the cost
    /// is no amount.
    package var saved: Decimal?

    package init(
        time: Double, callID: String, requestID: String? = nil, provider: ProviderID, model: ModelID,
        servedModel: ModelID? = nil, endpoint: EndpointID, plan: PlanID, credential: String, virtualKey: String? = nil,
        usage: Usage? = nil, isEstimated: Bool = false, isAccepted: Bool = true, firstToken: Int? = nil, total: Int = 0,
        outcome: UsageOutcome = .ok, cost: UsageCost = .unknown, saved: Decimal? = nil
    ) {
        self.time = time
        self.callID = callID
        self.requestID = requestID
        self.provider = provider
        self.model = model
        self.servedModel = servedModel
        self.endpoint = endpoint
        self.plan = plan
        self.credential = credential
        self.virtualKey = virtualKey
        self.usage = usage
        self.isEstimated = isEstimated
        self.isAccepted = isAccepted
        self.firstToken = firstToken
        self.total = total
        self.outcome = outcome
        self.cost = cost
        self.saved = saved
    }
}
