package import Inference

/// Where the health of credentials stands, shared by all processes of one installation.
///
/// A store that fails never stops a request: callers go on without it.
package protocol CredentialHealthStore: AnyObject, Sendable {
    /// The records of a provider.
    func records(of provider: ProviderID) throws(InferenceError) -> [HealthKey: HealthRecord]

    /// Reads a record, changes it and writes it, while no other thread or process does. A record that has become empty is
    /// forgotten.
    ///
    /// - Returns: the record as it was written.
    func update(_ key: HealthKey, _ change: (inout HealthRecord) -> Void) throws(InferenceError) -> HealthRecord

    /// Notes that a credential has just answered, so that several take turns. Called for every answer: it costs next to
    /// nothing, and other processes may hear of it a second later.
    func touch(_ key: HealthKey, at time: Double)
}
