import Inference

/// The shared state of failover for a run that must leave no trace: it is read, and whatever would be written is kept by the
/// run alone.
final class UnwrittenFailoverState: CredentialHealthStore, LearnedRepairStore {
    private let health: any CredentialHealthStore
    private let repairs: any LearnedRepairStore

    init(health: any CredentialHealthStore, repairs: any LearnedRepairStore) {
        self.health = health
        self.repairs = repairs
    }

    func records(of provider: ProviderID) throws(InferenceError) -> [HealthKey: HealthRecord] {
        try health.records(of: provider)
    }

    func update(_ key: HealthKey, _ change: (inout HealthRecord) -> Void) throws(InferenceError) -> HealthRecord {
        throw Self.refusal
    }

    func repairs(
        of provider: ProviderID, endpoint: EndpointID, model: ModelID, at now: Double
    ) throws(InferenceError) -> [LearnedRepair] {
        try repairs.repairs(of: provider, endpoint: endpoint, model: model, at: now)
    }

    func touch(_ key: HealthKey, at time: Double) {}

    func learn(_ repair: LearnedRepair) throws(InferenceError) { throw Self.refusal }

    private static let refusal = InferenceError(.unsupported, "nothing is written down in a dry run")
}

extension FailoverServices {
    /// The same rules and knowledge for a run that sends nothing: it writes nothing down.
    var unwritten: FailoverServices {
        let state = UnwrittenFailoverState(health: health, repairs: repairs)
        return FailoverServices(
            policy: policy, health: state, repairs: state, now: now, wait: wait, random: random)
    }
}
