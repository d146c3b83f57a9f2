package import Inference

/// Where the virtual keys of an installation are, shared by its processes. Secrets are not among what it keeps.
package protocol VirtualKeyStore: Sendable {
    /// Writes a new key down.
    ///
    /// - Parameter replacesOthers: whether the active keys of its name are revoked in the same step.
    /// - Throws: `.invalidConfiguration` when an active key of the name exists and is not replaced.
    func add(_ key: VirtualKey, digest: KeyDigest, replacesOthers: Bool) throws(InferenceError)

    /// Revokes the active keys of a name or with an id, and returns them.
    func revoke(_ nameOrID: String, at now: Double) throws(InferenceError) -> [VirtualKey]

    /// Every key with its digest, the oldest first.
    func all() throws(InferenceError) -> [StoredVirtualKey]

    /// A number that changes with every change of the keys by any process. Cheap: asked before every request.
    func revision() throws(InferenceError) -> Int

    /// The SHA-256 of a secret as it came over the wire.
    func digest(of secret: some Sequence<UInt8>) -> KeyDigest
}

/// A key as the store has it.
package struct StoredVirtualKey: Hashable, Sendable {
    package var key: VirtualKey
    package var digest: KeyDigest

    package init(key: VirtualKey, digest: KeyDigest) {
        self.key = key
        self.digest = digest
    }
}
