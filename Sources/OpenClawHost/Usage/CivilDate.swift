/// A day of the Gregorian calendar. Plain arithmetic, because the binary links no calendar library.
package struct CivilDate: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01.
    package let days: Int

    package init(days: Int) { self.days = days }

    /// - Parameter day: days beyond the end of the month mean its last day.
    package init(year: Int, month: Int, day: Int) {
        let shifted = year * 12 + month - 1
        let (year, month) = (Self.floored(shifted, 12), shifted - Self.floored(shifted, 12) * 12 + 1)
        let last = Self.length(ofMonth: month, year: year)
        days = Self.daysBefore(year: year) + Self.daysBefore(month: month, year: year) + min(day, last) - 1
    }

    /// Reads `2026-11-23`; `nil` for anything else and for days that do not exist.
    package init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts.map(\.count) == [4, 2, 2],
            parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
            let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
            (1...12).contains(month), day >= 1, day <= Self.length(ofMonth: month, year: year)
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    package static func < (left: Self, right: Self) -> Bool { left.days < right.days }

    /// Days since Monday.
    package var weekday: Int { (days + 3) - Self.floored(days + 3, 7) * 7 }

    package var components: (year: Int, month: Int, day: Int) {
        // The mean length of a year finds the year or its neighbour.
        var year = 1970 + Self.floored(days * 400, 146_097)
        while Self.daysBefore(year: year) > days { year -= 1 }
        while Self.daysBefore(year: year + 1) <= days { year += 1 }
        var rest = days - Self.daysBefore(year: year)
        var month = 1
        while rest >= Self.length(ofMonth: month, year: year) {
            rest -= Self.length(ofMonth: month, year: year)
            month += 1
        }
        return (year, month, rest + 1)
    }

    /// `2026-11-23`.
    package var text: String {
        let (year, month, day) = components
        return "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(day, 2))"
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }

    private static func floored(_ value: Int, _ divisor: Int) -> Int {
        value >= 0 ? value / divisor : -((divisor - 1 - value) / divisor)
    }

    private static func isLeap(_ year: Int) -> Bool { year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) }

    private static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: isLeap(year) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }

    /// Days from 1970-01-01 to the first of January.
    private static func daysBefore(year: Int) -> Int {
        let before = year - 1
        let leaps = floored(before, 4) - floored(before, 100) + floored(before, 400)
        return (year - 1970) * 365 + leaps - 477
    }

    private static func daysBefore(month: Int, year: Int) -> Int {
        (1..<month).reduce(0) { $0 + length(ofMonth: $1, year: year) }
    }
}
