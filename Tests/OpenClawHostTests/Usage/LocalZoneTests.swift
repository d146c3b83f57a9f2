import Foundation
import Testing

@testable import OpenClawHost

@Suite struct LocalZoneTests {
    /// Berlin in 2026: summer time from March 29, 01:00 UTC, to October 25, 01:00 UTC.
    private let berlin = LocalZone { moment in
        moment >= 1_774_746_000 && moment < 1_792_890_000 ? 7200 : 3600
    }

    @Test func beginsDaysAtLocalMidnightAlsoWhenTheClockChanges() {
        let starts = ["2026-03-29", "2026-03-30", "2026-10-25", "2026-10-26"].compactMap { CivilDate($0) }.map {
            ISODate(berlin.start(of: $0)).text
        }
        #expect(
            starts == ["2026-03-28T23:00:00Z", "2026-03-29T22:00:00Z", "2026-10-24T22:00:00Z", "2026-10-25T23:00:00Z"])
    }

    @Test(arguments: [-43_200, -12_600, 0, 20_700, 28_800, 50_400])
    func findsTheDayOfItsOwnMidnight(offset: Int) {
        let zone = LocalZone.fixed(offset)
        for days in [-1, 0, 20_780] {
            let start = zone.start(of: CivilDate(days: days))
            #expect(zone.day(at: start).days == days)
            #expect(zone.day(at: start - 0.001).days == days - 1)
        }
    }

    @Test func showsTheClock() {
        #expect(LocalZone.fixed(28_800).clock(at: 0) == "08:00")
        #expect(LocalZone.fixed(-60).clock(at: 60 * 60) == "00:59")
    }
}
