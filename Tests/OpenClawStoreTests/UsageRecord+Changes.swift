import Inference
import OpenClawHost

extension UsageRecord {
    /// The same request but for what is given.
    func with(
        time: Double? = nil, callID: String? = nil, requestID: String?? = .none, endpoint: EndpointID? = nil,
        credential: String? = nil, virtualKey: String? = nil, isAccepted: Bool? = nil, total: Int? = nil,
        outcome: UsageOutcome? = nil, cost: UsageCost? = nil
    ) -> UsageRecord {
        UsageRecord(
            time: time ?? self.time, callID: callID ?? self.callID, requestID: requestID ?? self.requestID,
            provider: provider, model: model, servedModel: servedModel, endpoint: endpoint ?? self.endpoint,
            plan: plan, credential: credential ?? self.credential, virtualKey: virtualKey ?? self.virtualKey,
            usage: usage, isEstimated: isEstimated, isAccepted: isAccepted ?? self.isAccepted,
            firstToken: firstToken, total: total ?? self.total, outcome: outcome ?? self.outcome,
            cost: cost ?? self.cost, saved: saved)
    }
}
