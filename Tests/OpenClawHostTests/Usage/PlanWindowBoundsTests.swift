import Foundation
import Inference
import Testing

@testable import OpenClawHost

@Suite struct PlanWindowBoundsTests {
    private func bounds(_ span: PlanWindow.Span, at moment: String, renewalDay: Int = 1) throws -> [String] {
        let now = try Date(moment, strategy: .iso8601).timeIntervalSince1970
        let window = PlanWindow(id: "w", label: "w", span: span, unit: .requests)
        let (start, end) = window.bounds(at: now, renewalDay: renewalDay)
        return [ISODate(start).text, end.map { ISODate($0).text } ?? "-"]
    }

    @Test(arguments: [
        // Monday 00:00 in Beijing is Sunday 16:00 UTC.
        ("2026-11-22T15:59:59Z", "2026-11-15T16:00:00Z", "2026-11-22T16:00:00Z"),
        ("2026-11-22T16:00:00Z", "2026-11-22T16:00:00Z", "2026-11-29T16:00:00Z"),
        ("2026-11-22T16:00:01Z", "2026-11-22T16:00:00Z", "2026-11-29T16:00:00Z"),
        ("2026-11-25T12:00:00Z", "2026-11-22T16:00:00Z", "2026-11-29T16:00:00Z"),
        ("2026-12-31T23:59:59Z", "2026-12-27T16:00:00Z", "2027-01-03T16:00:00Z"),
    ])
    func beginsWeeksOnMondayAtTheOffsetOfThePlan(now: String, start: String, end: String) throws {
        #expect(try bounds(.week(utcOffset: 28_800), at: now) == [start, end])
    }

    @Test func beginsWeeksOnMondayInUTCToo() throws {
        #expect(
            try bounds(.week(utcOffset: 0), at: "2026-11-22T23:59:59Z") == [
                "2026-11-16T00:00:00Z", "2026-11-23T00:00:00Z",
            ])
    }

    @Test(arguments: [
        ("2026-11-23T00:00:00Z", 1, "2026-10-31T16:00:00Z", "2026-11-30T16:00:00Z"),
        ("2026-11-30T16:00:00Z", 1, "2026-11-30T16:00:00Z", "2026-12-31T16:00:00Z"),
        ("2026-11-13T15:59:59Z", 14, "2026-10-13T16:00:00Z", "2026-11-13T16:00:00Z"),
        ("2026-11-13T16:00:00Z", 14, "2026-11-13T16:00:00Z", "2026-12-13T16:00:00Z"),
        // A subscription of the 31st renews on the last day of shorter months.
        ("2027-02-27T16:00:00Z", 31, "2027-02-27T16:00:00Z", "2027-03-30T16:00:00Z"),
        ("2027-02-27T15:59:59Z", 31, "2027-01-30T16:00:00Z", "2027-02-27T16:00:00Z"),
        ("2027-01-05T00:00:00Z", 14, "2026-12-13T16:00:00Z", "2027-01-13T16:00:00Z"),
    ])
    func beginsMonthsOnTheDayOfTheSubscription(now: String, day: Int, start: String, end: String) throws {
        #expect(try bounds(.month(utcOffset: 28_800), at: now, renewalDay: day) == [start, end])
    }

    @Test func rollsWithoutAnEnd() throws {
        #expect(try bounds(.rolling(seconds: 18_000), at: "2026-11-23T03:00:00Z") == ["2026-11-22T22:00:00Z", "-"])
    }
}
