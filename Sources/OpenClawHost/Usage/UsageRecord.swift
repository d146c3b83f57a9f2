package import Inference

#if canImport(FoundationEssentials)
    package import FoundationEssentials
#else
    package import Foundation
#endif

/// One request as the ledger keeps it: who was asked, how it went, and what it cost. No prompt, no answer, no key. It is large
/// and goes through many hands: one reference is handed on.
package final class UsageRecord: Sendable {
    /// When it began, in seconds since 1970; the ledger keeps milliseconds.
    package let time: Double
    /// Our own id of the call.
    package let callID: String
    /// The service's id of the request.
    package let requestID: String?
    /// Who was asked.
    package let party: UsageParty
    /// The model that the service says it ran.
    package let servedModel: ModelID?
    /// The name of the virtual key with which a client of the gateway asked.
    package let virtualKey: String?
    /// Token counts; `nil` when nobody counted.
    package let usage: Usage?
    /// Whether the counts are our own guess, because the answer was stopped before the service counted.
    package let isEstimated: Bool
    /// Whether the service took the request, so that it counts against a plan.
    package let isAccepted: Bool
    /// Milliseconds to the first visible piece of the answer.
    package let firstToken: Int?
    /// Milliseconds to the end.
    package let total: Int
    package let outcome: UsageOutcome
    package let cost: UsageCost
    /// What caches have saved, in the currency of the cost; negative when more was written than read. `nil` when the cost
    /// is no amount.
    package let saved: Decimal?

    package convenience init(
        time: Double, callID: String, requestID: String? = nil, provider: ProviderID, model: ModelID,
        servedModel: ModelID? = nil, endpoint: EndpointID, plan: PlanID, credential: String, virtualKey: String? = nil,
        usage: Usage? = nil, isEstimated: Bool = false, isAccepted: Bool = true, firstToken: Int? = nil, total: Int = 0,
        outcome: UsageOutcome = .ok, cost: UsageCost = .unknown, saved: Decimal? = nil
    ) {
        let party = UsageParty(
            provider: provider, model: model, endpoint: endpoint, plan: plan, credential: credential)
        self.init(
            time: time, callID: callID, requestID: requestID, party: party, servedModel: servedModel,
            virtualKey: virtualKey, usage: usage, isEstimated: isEstimated, isAccepted: isAccepted,
            firstToken: firstToken, total: total, outcome: outcome, cost: cost, saved: saved)
    }

    package init(
        time: Double, callID: String, requestID: String? = nil, party: UsageParty, servedModel: ModelID? = nil,
        virtualKey: String? = nil, usage: Usage? = nil, isEstimated: Bool = false, isAccepted: Bool = true,
        firstToken: Int? = nil, total: Int = 0, outcome: UsageOutcome = .ok, cost: UsageCost = .unknown,
        saved: Decimal? = nil
    ) {
        self.time = time
        self.callID = callID
        self.requestID = requestID
        self.party = party
        self.servedModel = servedModel
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

    package var provider: ProviderID { party.provider }
    package var model: ModelID { party.model }
    package var endpoint: EndpointID { party.endpoint }
    package var plan: PlanID { party.plan }
    package var credential: String { party.credential }
}

extension UsageRecord: Equatable {
    package static func == (one: UsageRecord, other: UsageRecord) -> Bool {
        one.time == other.time && one.callID == other.callID && one.requestID == other.requestID
            && one.party == other.party && one.servedModel == other.servedModel
            && one.virtualKey == other.virtualKey && one.usage == other.usage
            && one.isEstimated == other.isEstimated && one.isAccepted == other.isAccepted
            && one.firstToken == other.firstToken && one.total == other.total && one.outcome == other.outcome
            && one.cost == other.cost && one.saved == other.saved
    }
}
