import Inference
import OpenClawHost

/// What the database said about health and repairs when it was last read, arranged for fast looks.
struct FailoverSnapshot: Sendable {
    private struct Subject: Hashable {
        var provider: ProviderID
        var endpoint: EndpointID
        var model: ModelID
    }

    private var health: [ProviderID: [HealthKey: HealthRecord]] = [:]
    private var repairs: [Subject: [LearnedRepair]] = [:]
    /// When credentials answered, as far as that is not written yet.
    private(set) var touches: [HealthKey: Double] = [:]
    /// Records that changed while another process held the database.
    private(set) var unwritten: [HealthKey: HealthRecord] = [:]

    /// Whether nothing is known against anybody, and nothing was learnt.
    var isEmpty: Bool { health.isEmpty && repairs.isEmpty }

    func records(of provider: ProviderID) -> [HealthKey: HealthRecord] {
        // An empty literal costs more than the look.
        health.isEmpty ? [HealthKey: HealthRecord]() : health[provider, default: [:]]
    }

    func repairs(of provider: ProviderID, endpoint: EndpointID, model: ModelID) -> [LearnedRepair] {
        if repairs.isEmpty { return [] }
        return repairs[Subject(provider: provider, endpoint: endpoint, model: model)] ?? []
    }

    /// Puts what was read in place of what was known. What is not written yet stays.
    mutating func replace(health records: [HealthKey: HealthRecord], repairs learned: [LearnedRepair]) {
        health = [:]
        for (key, record) in records { health[key.provider, default: [:]][key] = record }
        repairs = [:]
        learned.forEach { keep($0) }
        for (key, record) in unwritten { keep(record, of: key) }
        for (key, time) in touches { noteUse(of: key, at: time) }
    }

    mutating func keep(_ record: HealthRecord, of key: HealthKey) {
        health[key.provider, default: [:]][key] = record.isEmpty ? nil : record
        if let time = touches[key] { noteUse(of: key, at: time) }
    }

    mutating func keep(_ repair: LearnedRepair) {
        let subject = Subject(provider: repair.provider, endpoint: repair.endpoint, model: repair.model)
        repairs[subject, default: []].removeAll { $0.rule == repair.rule }
        repairs[subject, default: []].append(repair)
    }

    mutating func touch(_ key: HealthKey, at time: Double) {
        touches[key] = max(touches[key] ?? 0, time)
        noteUse(of: key, at: time)
    }

    /// Keeps a record that could not be written until it is.
    mutating func owe(_ record: HealthRecord, of key: HealthKey) {
        unwritten[key] = record
        keep(record, of: key)
    }

    /// Forgets what has been written.
    mutating func wrote(_ records: [HealthKey: HealthRecord], touches written: [HealthKey: Double] = [:]) {
        unwritten = unwritten.filter { records[$0.key] != $0.value }
        touches = touches.filter { written[$0.key] != $0.value }
    }

    private mutating func noteUse(of key: HealthKey, at time: Double) {
        var record = health[key.provider]?[key] ?? HealthRecord()
        record.lastUsed = max(record.lastUsed ?? 0, time)
        health[key.provider, default: [:]][key] = record
    }
}
