package import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Health and repairs in a file of the state directory: `failover-state.json`, for its owner only. Changes are made under a
/// lock and replace the file as a whole, so processes share it. It holds fingerprints, never keys.
package struct FailoverFile: CredentialHealthStore, LearnedRepairStore {
    package let path: String

    /// - Parameter directory: the state directory.
    package init(directory: String) { path = FilePathText.join(directory, "failover-state.json") }

    package func records(of provider: ProviderID) throws(InferenceError) -> [HealthKey: HealthRecord] {
        let entries = try load().health.filter { $0.key.provider == provider }
        return Dictionary(entries.map { ($0.key, $0.record) }) { $1 }
    }

    package func update(
        _ key: HealthKey, _ change: (inout HealthRecord) -> Void
    ) throws(InferenceError) -> HealthRecord {
        var record = HealthRecord()
        try edit { contents in
            let index = contents.health.firstIndex { $0.key == key }
            record = index.map { contents.health[$0].record } ?? record
            let before = record
            change(&record)
            if record == before { return false }
            if let index { contents.health.remove(at: index) }
            if !record.isEmpty { contents.health.append(Contents.Entry(key: key, record: record)) }
            return true
        }
        return record
    }

    package func repairs(
        of provider: ProviderID, endpoint: EndpointID, model: ModelID, at now: Double
    ) throws(InferenceError) -> [LearnedRepair] {
        try load().repairs.filter {
            $0.provider == provider && $0.endpoint == endpoint && $0.model == model && $0.isCurrent(at: now)
        }
    }

    package func learn(_ repair: LearnedRepair) throws(InferenceError) {
        try edit { contents in
            contents.repairs.removeAll { repair.replaces($0) || !$0.isCurrent(at: repair.learnedAt) }
            contents.repairs.append(repair)
            return true
        }
    }

    private struct Contents: Codable {
        struct Entry: Codable {
            var key: HealthKey
            var record: HealthRecord
        }

        var version = 1
        var health: [Entry] = []
        var repairs: [LearnedRepair] = []
    }

    /// A file that cannot be understood holds nothing: what it knew will be learned again.
    private func load() throws(InferenceError) -> Contents {
        let bytes: [UInt8]?
        do throws(FileError) { bytes = try FileContents.read(path) } catch { throw error.inferenceError }
        guard let bytes else { return Contents() }
        return (try? JSONDecoder().decode(Contents.self, from: Data(bytes))) ?? Contents()
    }

    private func edit(_ change: (inout Contents) -> Bool) throws(InferenceError) {
        do {
            try FileLock(protecting: path, timeout: .seconds(2)).withLock {
                var contents = try load()
                guard change(&contents) else { return }
                let encoder = JSONEncoder()
                encoder.outputFormatting = [.sortedKeys]
                try AtomicFile(path).replace(with: Array(encoder.encode(contents)))
            }
        } catch let error as InferenceError {
            throw error
        } catch let error as FileError {
            throw error.inferenceError
        } catch {
            throw InferenceError(.invalidConfiguration, "\(path) cannot be written")
        }
    }
}
