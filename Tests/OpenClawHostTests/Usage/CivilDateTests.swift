import Foundation
import Testing

@testable import OpenClawHost

@Suite struct CivilDateTests {
    @Test func agreesWithTheCalendarOfFoundationOverCenturies() throws {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = try #require(TimeZone(secondsFromGMT: 0))
        for days in stride(from: -25_000, to: 80_000, by: 17) {
            let date = CivilDate(days: days)
            let expected = calendar.dateComponents(
                [.year, .month, .day, .weekday], from: Date(timeIntervalSince1970: Double(days) * 86_400))
            let (year, month, day) = date.components
            #expect([year, month, day] == [expected.year, expected.month, expected.day])
            #expect(date.weekday == ((expected.weekday ?? 0) + 5) % 7)
            #expect(CivilDate(year: year, month: month, day: day) == date)
            #expect(days < -719_000 || CivilDate(date.text) == date)
        }
    }

    @Test func clipsDaysToTheMonthAndCountsMonthsBeyondTheYear() {
        #expect(CivilDate(year: 2026, month: 2, day: 31).text == "2026-02-28")
        #expect(CivilDate(year: 2028, month: 2, day: 31).text == "2028-02-29")
        #expect(CivilDate(year: 2026, month: 13, day: 1).text == "2027-01-01")
        #expect(CivilDate(year: 2026, month: 0, day: 31).text == "2025-12-31")
    }

    @Test(arguments: ["2026-02-29", "2026-13-01", "2026-00-10", "2026-1-1", "26-01-01", "2026-01-00", "", "a-b-c"])
    func readsOnlyDaysThatExist(text: String) { #expect(CivilDate(text) == nil) }
}
