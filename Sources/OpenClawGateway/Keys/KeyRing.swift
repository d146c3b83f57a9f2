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

    /// The token that was admitted last. Clients repeat theirs, and hashing is most of what looking at one costs; a guess is
    /// compared with it in a time that tells nothing, and hashed as ever.
    private struct Latest {
        let token: [UInt8]
        let digest: KeyDigest
        let isOwner: Bool
    }

    private struct Door {
        var owner: KeyDigest?
        var latest: Latest?

        mutating func remember(_ token: [UInt8], _ digest: KeyDigest) {
            latest = Latest(token: token, digest: digest, isOwner: isOwner(digest))
        }

        func isOwner(_ digest: KeyDigest) -> Bool { owner?.isEqual(to: digest) == true }
    }

    private enum Known {
        case owner
        case digest(KeyDigest)
    }

    private let door: Mutex<Door>
    private let owner = Owner()
    private let store: any VirtualKeyStore
    private let services: KeyServices
    private let snapshot = Mutex(Snapshot())

    /// - Parameter owner: the gateway's own token; `nil` when only virtual keys open it.
    package init(owner: Secret?, store: any VirtualKeyStore, services: KeyServices) {
        door = Mutex(Door(owner: owner.map { store.digest(of: $0.expose().utf8) }))
        self.store = store
        self.services = services
    }

    /// Takes another token of the owner from the next request on.
    package func replaceOwner(_ secret: Secret?) {
        let digest = secret.map { store.digest(of: $0.expose().utf8) }
        door.withLock { $0 = Door(owner: digest) }
    }

    package func admit(_ token: RawSpan) -> (any Admission)? {
        guard token.byteCount > 0, token.byteCount <= Self.longestToken else { return nil }
        switch repeated(token) {
        case .owner: return owner
        case .digest(let digest): return key(digest)
        case nil: break
        }
        let bytes = token.withUnsafeBytes { Array($0) }
        let digest = store.digest(of: bytes)
        let isOwner = door.withLock { $0.isOwner(digest) }
        guard let admission = isOwner ? owner : key(digest) else { return nil }
        door.withLock { $0.remember(bytes, digest) }
        return admission
    }

    /// What is known of a token that was admitted a moment ago.
    private func repeated(_ token: RawSpan) -> Known? {
        door.withLock { door in
            guard let latest = door.latest, TokenComparison.areEqual(token, latest.token) else { return nil }
            return latest.isOwner ? .owner : .digest(latest.digest)
        }
    }

    private func key(_ digest: KeyDigest) -> (any Admission)? {
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
private final class Owner: Admission {
    var name: String { "gateway" }
}
