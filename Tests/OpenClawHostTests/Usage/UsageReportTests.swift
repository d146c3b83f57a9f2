import Foundation
import Inference
import Testing

@testable import OpenClawHost

/// Reports against sums that are written down naively.
@Suite struct UsageReportTests {
    static func random(_ seed: UInt64, count: Int = 200) -> [UsageRecord] {
        var generator = SeededGenerator(seed: seed)
        return (0..<count).map { index in
            let usage = Usage(
                input: .random(in: 0...100_000, using: &generator), output: .random(in: 0...5000, using: &generator),
                cacheRead: .random(in: 0...50, using: &generator), cacheWrite: .random(in: 0...50, using: &generator),
                reasoning: Bool.random(using: &generator) ? 7 : nil)
            let amount = Decimal(Int.random(in: 0...1_000_000, using: &generator)) / 1_000_000_000
            let costs: [UsageCost] = [
                .amount(amount, currency: "USD"), .amount(amount, currency: "CNY"), .included, .unknown, .nothing,
            ]
            let outcomes: [UsageOutcome] = [.ok, .ok, .cancelled, .failed(.rateLimited)]
            return UsageRecord(
                time: 1_795_000_000 + Double.random(in: 0...900_000, using: &generator).rounded(), callID: "\(index)",
                provider: "acme", model: ["small", "large"].randomElement(using: &generator) ?? "",
                endpoint: ["here", "there", "elsewhere"].randomElement(using: &generator) ?? "", plan: "metered",
                credential: ["a", "b"].randomElement(using: &generator) ?? "",
                usage: Bool.random(using: &generator) ? usage : nil, isEstimated: Bool.random(using: &generator),
                isAccepted: Bool.random(using: &generator), total: 5,
                outcome: outcomes.randomElement(using: &generator) ?? .ok,
                cost: costs.randomElement(using: &generator) ?? .unknown,
                saved: Bool.random(using: &generator) ? Decimal(Int.random(in: -9...9, using: &generator)) : nil)
        }
    }

    @Test(arguments: UsageGrouping.allCases, [UInt64(1), 2, 3, 4, 5])
    func equalsNaiveSums(grouping: UsageGrouping, seed: UInt64) {
        let zone = LocalZone.fixed(19_800)
        let records = Self.random(seed)
        var report = UsageReport(by: grouping, zone: zone)
        for record in records { report.add(record) }
        #expect(Set(report.rows.map(\.name)) == Set(records.map { name($0, grouping) }))
        for row in report.rows {
            check(row.totals, records.filter { name($0, grouping) == row.name })
        }
        check(report.total, records)
    }

    private func name(_ record: UsageRecord, _ grouping: UsageGrouping) -> String {
        switch grouping {
        case .day: String(ISODate(record.time + 19_800).text.prefix(10))
        case .model: "acme/" + record.model.rawValue
        case .key: record.credential
        case .endpoint: record.endpoint.rawValue
        }
    }

    private func check(_ totals: UsageTotals, _ records: [UsageRecord]) {
        #expect(totals.requests == records.count)
        #expect(totals.failed == records.count { $0.outcome == .failed(.rateLimited) })
        #expect(totals.cancelled == records.count { $0.outcome == .cancelled })
        #expect(totals.input == records.reduce(0) { $0 + ($1.usage?.input ?? 0) })
        #expect(totals.output == records.reduce(0) { $0 + ($1.usage?.output ?? 0) })
        #expect(totals.cacheRead == records.reduce(0) { $0 + ($1.usage?.cacheRead ?? 0) })
        #expect(totals.cacheWrite == records.reduce(0) { $0 + ($1.usage?.cacheWrite ?? 0) })
        #expect(totals.reasoning == records.reduce(0) { $0 + ($1.usage?.reasoning ?? 0) })
        #expect(totals.included == records.count { $0.cost == .included })
        #expect(totals.unknown == records.count { $0.cost == .unknown })
        #expect(totals.estimated == records.count { $0.isEstimated })
        for currency in ["USD", "CNY"] {
            var sum: Decimal = 0
            for case .amount(let amount, currency) in records.map(\.cost) { sum += amount }
            #expect(totals.costs[currency] ?? 0 == sum)
            let priced = records.filter { if case .amount(_, currency) = $0.cost { true } else { false } }
            #expect(totals.savings[currency] ?? 0 == priced.reduce(0) { $0 + ($1.saved ?? 0) })
        }
    }

    @Test(arguments: [(0, 0, nil), (10, 0, 0), (10, 10, 10_000), (3, 1, 3333), (3, 2, 6667), (1_000_000, 1, 0)])
    func ratesHitsByAllInput(input: Int, read: Int, rate: Int?) {
        var totals = UsageTotals()
        totals.add(
            UsageRecord(
                time: 0, callID: "1", provider: "acme", model: "m", endpoint: "e", plan: "p", credential: "c",
                usage: Usage(input: input, output: 1, cacheRead: read)))
        #expect(totals.hitRate == rate)
    }

    @Test func ordersDaysByTimeAndOthersByWeight() {
        var days = UsageReport(by: .day, zone: .fixed(0))
        var models = UsageReport(by: .model, zone: .fixed(0))
        for record in Self.random(9) {
            days.add(record)
            models.add(record)
        }
        #expect(days.rows.map(\.name) == days.rows.map(\.name).sorted())
        let weights = models.rows.map(\.totals.requests)
        #expect(weights == weights.sorted(by: >))
    }
}
