package import Inference
package import OpenClawHost
import Synchronization

/// Who may use the gateway: its owner by the gateway's token, and clients by their virtual keys.
///
/// The keys are held in memory and read again when the store's revision has moved, which is looked up for every request: a
/// revoked key fails on the next one, whichever process revoked it.
package final class KeyRing: AccessControl {
    /// What is known of the store's keys, by digest. Finding one takes as long for every wrong token: digests of guesses
    /// tell nothing about those of keys, and the last comparison looks at all bytes.
    private struct Snapshot {
        var revision: Int?
        var keys: [KeyDigest: VirtualKey] = [:]
    }

    private let owner: Mutex<KeyDigest?>
    private let store: any VirtualKeyStore
    private let services: KeyServices
    private let snapshot = Mutex(Snapshot())
    /// The token that was admitted last, with its digest. Clients repeat theirs, and hashing is most of what looking at one
    /// costs; a guess is compared with it in a time that tells nothing, and hashed as ever.
    private let latest = Mutex<(token: [UInt8], digest: KeyDigest)?>(nil)

    /// - Parameter owner: the gateway's own token; `nil` when only virtual keys open it.
    package init(owner: Secret?, store: any VirtualKeyStore, services: KeyServices) {
        self.owner = Mutex(owner.map { store.digest(of: $0.expose().utf8) })
        self.store = store
        self.services = services
    }

    /// Takes another token of the owner from the next request on.
    package func replaceOwner(_ secret: Secret?) {
        let digest = secret.map { store.digest(of: $0.expose().utf8) }
        owner.withLock { $0 = digest }
    }

    package func admit(_ token: RawSpan) -> (any Admission)? {
        guard token.byteCount > 0, token.byteCount <= Self.longestToken else { return nil }
        let known = latest.withLock { latest in
            latest.flatMap { TokenComparison.areEqual(token, $0.token) ? $0.digest : nil }
        }
        if let known { return admission(known) }
        let bytes = token.withUnsafeBytes { Array($0) }
        let digest = store.digest(of: bytes)
        guard let admission = admission(digest) else { return nil }
        latest.withLock { $0 = (bytes, digest) }
        return admission
    }

    private func admission(_ digest: KeyDigest) -> (any Admission)? {
        if owner.withLock({ $0?.isEqual(to: digest) }) == true { return OwnerAdmission() }
        guard let key = find(digest), key.standing(at: services.now()) == .active else { return nil }
        return KeyAdmission(key: key, services: services)
    }

    /// No token of ours is longer; hashing what is longer would be work for strangers.
    private static let longestToken = 1024

    private func find(_ digest: KeyDigest) -> VirtualKey? {
        snapshot.withLock { snapshot in
            do throws(InferenceError) {
                try refresh(&snapshot)
            } catch {
                // A revocation might be what cannot be read, so that no key opens anything until it can be.
                services.report("virtual keys are refused because they cannot be read: \(error.message)")
                snapshot = Snapshot()
            }
            return snapshot.keys[digest]
        }
    }

    private func refresh(_ snapshot: inout Snapshot) throws(InferenceError) {
        let revision = try store.revision()
        guard revision != snapshot.revision else { return }
        let keys = try store.all().filter { $0.key.revokedAt == nil }
        // A change between the two readings shows in the next revision.
        snapshot = Snapshot(revision: revision, keys: Dictionary(keys.map { ($0.digest, $0.key) }) { $1 })
    }
}

/// The owner may do everything.
private struct OwnerAdmission: Admission {
    var name: String { "gateway" }
}
