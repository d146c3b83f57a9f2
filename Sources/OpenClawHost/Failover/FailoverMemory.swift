package import Inference
import Synchronization

/// Health and repairs of one process: for tests, and for builds without a store.
package final class FailoverMemory: FailoverStore {
    private let health = Mutex<[HealthKey: HealthRecord]>([:])
    private let learned = Mutex<[LearnedRepair]>([])

    package init() {}

    package func records(of provider: ProviderID) -> [HealthKey: HealthRecord] {
        health.withLock { $0.filter { $0.key.provider == provider } }
    }

    package func update(_ key: HealthKey, _ change: (inout HealthRecord) -> Void) -> HealthRecord {
        health.withLock { records in
            var record = records[key] ?? HealthRecord()
            change(&record)
            records[key] = record.isEmpty ? nil : record
            return record
        }
    }

    package func touch(_ key: HealthKey, at time: Double) { _ = update(key) { $0.lastUsed = time } }

    package func repairs(
        of provider: ProviderID, endpoint: EndpointID, model: ModelID, at now: Double
    ) -> [LearnedRepair] {
        learned.withLock {
            $0.filter {
                $0.provider == provider && $0.endpoint == endpoint && $0.model == model && $0.isCurrent(at: now)
            }
        }
    }

    package func learn(_ repair: LearnedRepair) {
        learned.withLock { learned in
            learned.removeAll { repair.replaces($0) }
            learned.append(repair)
        }
    }
}
