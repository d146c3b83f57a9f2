import Foundation
import Inference
import InferenceTesting
import Qwen
import Testing

@testable import OpenClawHost

@Suite struct PlanUseTests {
    /// 2026-11-23, a Monday, 03:00 UTC: eleven hours into the week that began in Beijing.
    private let now = 1_795_402_800.0
    private let endpoint = ScriptedProvider.manifest.endpoints[1]
    private let plan = ScriptedProvider.manifest.plans[1]

    private func record(
        at time: Double, key: String = "a", accepted: Bool = true, endpoint: EndpointID = "flat-eu"
    ) -> UsageRecord {
        UsageRecord(
            time: time, callID: "1", provider: "acme", model: "acme-small", endpoint: endpoint, plan: "flat",
            credential: key, isAccepted: accepted, cost: .included)
    }

    private func use(
        _ records: [UsageRecord], settings: UsageSettings = UsageSettings(), now: Double? = nil
    ) throws -> [WindowUse] {
        try PlanUse(
            plan: plan, endpoint: endpoint, credential: "a", ledger: MemoryLedger(records), settings: settings,
            now: now ?? self.now
        ).windows
    }

    @Test func countsOnlyAcceptedRequestsOfItsKeyAndEndpoint() throws {
        let windows = try use([
            record(at: now - 60), record(at: now), record(at: now - 60, key: "b"),
            record(at: now - 60, accepted: false),
            record(at: now - 60, endpoint: "metered-eu"),
        ])
        #expect(windows.map(\.used) == [2, 2, nil])
        #expect(windows.map(\.limit) == [10, 50, nil])
    }

    @Test func freesARequestOfARollingWindowWhenItIsAsOldAsTheWindow() throws {
        let records = [record(at: now - 18_000), record(at: now - 100)]
        let atTheEdge = try use(records)[0]
        #expect(atTheEdge.used == 1)
        #expect(atTheEdge.resetAt == now - 100 + 18_000)
        let before = try use(records, now: now - 0.001)[0]
        #expect(before.used == 2)
        #expect(before.resetAt == now)
    }

    @Test func startsTheWeekOnMondayInTheZoneOfThePlan() throws {
        let monday = now - 11 * 3600
        let week = try use([record(at: monday - 0.001), record(at: monday), record(at: now)])[1]
        #expect(week.used == 2)
        #expect(week.start == monday)
        #expect(week.resetAt == monday + 7 * 86_400)
    }

    @Test func foreseesTheEndOfTheWeekAtThePresentPace() throws {
        let requests = (0..<11).map { record(at: now - Double($0) * 3600) }
        let week = try use(requests)[1]
        #expect(week.forecast == 168)
        #expect(week.exhaustedAt == now + 39 * 3600)
    }

    @Test func saysNothingAboutTheFutureInTheFirstHour() throws {
        let monday = now - 11 * 3600
        let week = try use([record(at: monday + 1)], now: monday + 600)[1]
        #expect(week.used == 1)
        #expect(week.forecast == nil)
    }

    @Test func takesTheUsersOwnLimitAndRenewalDay() throws {
        var settings = UsageSettings()
        settings.plans["flat", default: .init()].limits = ["five_hour": 4, "month": 25_000]
        settings.plans["flat"]?.renewalDay = 20
        let windows = try use([record(at: now)], settings: settings)
        #expect(windows.map(\.limit) == [4, 50, 25_000])
        #expect(ISODate(windows[2].start).text == "2026-11-19T16:00:00Z")
    }

    @Test(arguments: [(7, false), (8, true), (10, true), (12, true)])
    func isNearlyUsedFromFourFifthsOn(count: Int, expected: Bool) throws {
        #expect(try use((0..<count).map { _ in record(at: now) })[0].isNearlyUsed == expected)
    }
}

/// The published numbers of the built-in plans.
@Suite struct PublishedWindowsTests {
    @Test func hasTheThreeWindowsOfTheCodingPlanAndNoneForMeteredKeys() throws {
        let manifest = try #require(try QwenCatalogue.manifests().first)
        let windows = try #require(manifest.plan("coding")).windows
        #expect(windows.map(\.id) == ["five_hour", "week", "month"])
        #expect(windows.map(\.limit) == [6000, 45_000, 90_000])
        #expect(
            windows.map(\.span) == [
                .rolling(seconds: 5 * 3600), .week(utcOffset: 8 * 3600), .month(utcOffset: 8 * 3600),
            ])
        #expect(windows.allSatisfy { $0.unit == .requests && !$0.source.isEmpty && CivilDate($0.checked) != nil })
        #expect(manifest.plan("standard")?.windows.isEmpty == true)
    }
}
