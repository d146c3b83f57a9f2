import Inference
import OpenClawHost

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Takes over `failover-state.json`, in which the first version kept health and repairs, and removes it.
struct FailoverFileImport: Sendable {
    private let path: String

    init(directory: String) { path = FilePathText.join(directory, "failover-state.json") }

    var exists: Bool { access(path, F_OK) == 0 }

    /// What the database knows already is newer and stays. A file that cannot be understood is removed all the same.
    func run(on connection: Connection) throws(InferenceError) {
        guard exists else { return }
        let bytes = try? FileContents.read(path)
        if let bytes, let contents = try? JSONDecoder().decode(Contents.self, from: Data(bytes)) {
            try connection.transaction { () throws(InferenceError) in try write(contents, to: connection) }
        }
        unlink(path)
        unlink(FilePathText.join(FilePathText.parent(of: path), ".failover-state.json.lock"))
    }

    private func write(_ contents: Contents, to connection: Connection) throws(InferenceError) {
        for entry in contents.health where try HealthRow.read(entry.key, in: connection).isEmpty {
            try HealthRow.write(entry.record, of: entry.key, in: connection)
        }
        let known = try RepairRow.all(in: connection)
        for repair in contents.repairs {
            let isKnown = known.contains { old in
                old.provider == repair.provider && old.endpoint == repair.endpoint && old.model == repair.model
                    && old.rule == repair.rule
            }
            if !isKnown { try RepairRow.write(repair, in: connection) }
        }
    }

    private struct Contents: Decodable {
        struct Entry: Decodable {
            var key: HealthKey
            var record: HealthRecord
        }

        var health: [Entry]
        var repairs: [LearnedRepair]
    }
}
