/// Requests grouped and summed.
package struct UsageReport: Sendable {
    /// One group.
    package struct Row: Hashable, Sendable {
        package var name: String
        package var totals: UsageTotals
    }

    package let grouping: UsageGrouping
    package private(set) var total = UsageTotals()
    private let zone: LocalZone
    private var groups: [String: UsageTotals] = [:]

    /// - Parameter zone: where days begin.
    package init(by grouping: UsageGrouping, zone: LocalZone) {
        self.grouping = grouping
        self.zone = zone
    }

    package mutating func add(_ record: UsageRecord) {
        total.add(record)
        groups[grouping.name(of: record, in: zone), default: UsageTotals()].add(record)
    }

    /// Days in their order; other groups with the most requests first.
    package var rows: [Row] {
        groups.map { Row(name: $0.key, totals: $0.value) }.sorted { left, right in
            if grouping != .day, left.totals.requests != right.totals.requests {
                return left.totals.requests > right.totals.requests
            }
            return left.name < right.name
        }
    }
}
