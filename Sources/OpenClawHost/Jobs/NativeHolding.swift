package import Inference

/// Something that a client made in a service's own protocol, a task or a file: which account of the service has it, who may ask
/// for it, and what is needed to say what it cost.
package struct NativeHolding: Hashable, Sendable {
    /// `tasks/6b1c`.
    package var name: String
    package var model: ModelRef
    package var endpoint: EndpointID
    /// The fingerprint of the credential.
    package var credential: String
    package var capability: Capability
    /// The gateway's key that made it; `nil` for the gateway's own token.
    package var virtualKey: String?
    /// The row of the ledger.
    package var callID: String
    /// The parameters that prices depend on; `nil` when the ledger knows the cost.
    package var bill: JSONObject?
    /// Seconds since 1970.
    package var madeAt: Double
    package var expiresAt: Double

    package init(
        name: String, owner: NativeOwner, virtualKey: String?, callID: String, bill: JSONObject?, at now: Double
    ) {
        self.init(
            name: name, model: owner.selection.reference, endpoint: owner.endpoint, credential: owner.credential,
            capability: owner.capability, virtualKey: virtualKey, callID: callID, bill: bill, madeAt: now,
            expiresAt: now + (name.hasPrefix("tasks/") ? Self.taskLifetime : Self.fileLifetime))
    }

    package init(
        name: String, model: ModelRef, endpoint: EndpointID, credential: String, capability: Capability,
        virtualKey: String?, callID: String, bill: JSONObject?, madeAt: Double, expiresAt: Double
    ) {
        self.name = name
        self.model = model
        self.endpoint = endpoint
        self.credential = credential
        self.capability = capability
        self.virtualKey = virtualKey
        self.callID = callID
        self.bill = bill
        self.madeAt = madeAt
        self.expiresAt = expiresAt
    }

    /// Services forget tasks after a day; files stay until they are deleted.
    private static let taskLifetime = 48.0 * 3600
    private static let fileLifetime = 90.0 * 24 * 3600
}

/// Where such things are kept, so that they have their owners after a restart, too.
package protocol NativeHoldingStore: Sendable {
    /// When this returns, it survives the end of the process.
    func keep(_ holdings: [NativeHolding]) throws(InferenceError)

    /// The youngest so many that have not expired, the oldest first; all others are forgotten.
    func holdings(limit: Int, now: Double) throws(InferenceError) -> [NativeHolding]
}
