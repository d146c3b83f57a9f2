package import Inference

/// Where learned repairs stand, shared by all processes of one installation.
package protocol LearnedRepairStore: AnyObject, Sendable {
    /// Whether anything may have been learned about any model.
    var mayHaveRepairs: Bool { get }

    /// What was learned about a model on an endpoint within the last seven days.
    func repairs(
        of provider: ProviderID, endpoint: EndpointID, model: ModelID, at now: Double
    ) throws(InferenceError) -> [LearnedRepair]

    /// Keeps a repair, in place of an older one for the same refusal.
    func learn(_ repair: LearnedRepair) throws(InferenceError)
}

extension LearnedRepairStore {
    package var mayHaveRepairs: Bool { true }
}

/// What the runs of one installation share about failures.
package typealias FailoverStore = CredentialHealthStore & LearnedRepairStore
