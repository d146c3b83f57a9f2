import Inference

/// What the rows of a report are.
package enum UsageGrouping: String, Hashable, Sendable, CaseIterable {
    case day, model, key, endpoint

    func name(of record: UsageRecord, in zone: LocalZone) -> String {
        switch self {
        case .day: zone.day(at: record.time).text
        case .model: "\(record.provider)/\(record.model)"
        case .key: record.credential
        case .endpoint: record.endpoint.rawValue
        }
    }
}
