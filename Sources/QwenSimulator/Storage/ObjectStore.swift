import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Results that can be fetched, certificates that allow uploads, and what was uploaded.
final class ObjectStore: Sendable {
    struct Certificate: Sendable {
        let account: String
        let model: String
        let megabytes: Int
        let expires: Date
    }

    private struct State {
        var objects: [String: StoredObject] = [:]
        var certificates: [String: Certificate] = [:]
        var uploads: [String: UploadedFile] = [:]
        var order: [String] = []
    }

    let secret: String
    private let state = Mutex(State())

    init(seed: UInt64) {
        var generator = SeededGenerator(seed: seed, salt: "storage")
        secret = generator.hexadecimal(30)
    }

    func put(_ object: StoredObject, at address: StorageAddress) {
        state.withLock { $0.objects["\(address.bucket)/\(address.key)"] = object }
    }

    func object(at address: StorageAddress) -> StoredObject? {
        state.withLock { $0.objects["\(address.bucket)/\(address.key)"] }
    }

    func allow(_ certificate: Certificate, directory: String) {
        state.withLock { $0.certificates[directory] = certificate }
    }

    func certificate(_ directory: String) -> Certificate? { state.withLock { $0.certificates[directory] } }

    /// Returns whether the name was free.
    func add(_ file: UploadedFile) -> Bool {
        state.withLock { state in
            guard state.uploads[file.key] == nil else { return false }
            state.uploads[file.key] = file
            state.order.append(file.key)
            return true
        }
    }

    func upload(_ key: String) -> UploadedFile? { state.withLock { $0.uploads[key] } }

    var uploads: [UploadedFile] { state.withLock { state in state.order.compactMap { state.uploads[$0] } } }

    func clear() { state.withLock { $0 = State() } }
}
