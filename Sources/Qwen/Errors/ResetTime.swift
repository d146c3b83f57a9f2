/// Finds when an exhausted window opens again. All times are seconds since 1970.
enum ResetTime {
    /// Reads `MM-DD HH:MM:SS UTC` out of a message. The service names no year: the next such moment is meant, and one
    /// that has passed by less than a day is today's.
    static func stated(in message: String, now: Double) -> Double? {
        let bytes = Array(message.utf8)
        guard bytes.count >= 18 else { return nil }
        for start in 0...(bytes.count - 18) {
            guard let moment = Moment(bytes[start..<(start + 18)]) else { continue }
            let year = Self.year(of: now)
            let candidate = moment.seconds(inYear: year)
            return candidate < now - 86_400 ? moment.seconds(inYear: year + 1) : candidate
        }
        return nil
    }

    /// The next Monday, 00:00 UTC+8.
    static func nextMonday(after now: Double) -> Double {
        let offset = 8 * 3_600.0
        let day = Int(((now + offset) / 86_400).rounded(.down))
        let weekday = (day + 3) % 7  // day 0 of 1970 was a Thursday; Monday is 0 here
        return Double(day + 7 - weekday) * 86_400 - offset
    }

    private static func year(of now: Double) -> Int {
        var year = 1970 + Int(now / 31_556_952)
        if Double(days(year: year + 1, month: 1, day: 1)) * 86_400 <= now { year += 1 }
        if Double(days(year: year, month: 1, day: 1)) * 86_400 > now { year -= 1 }
        return year
    }

    /// Days since 1970-01-01 of a date of the Gregorian calendar, by counting from March.
    private static func days(year: Int, month: Int, day: Int) -> Int {
        let shifted = month > 2 ? year : year - 1
        let era = shifted / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    /// A date without its year.
    private struct Moment {
        var month: Int, day: Int, secondOfDay: Int

        /// Reads exactly the 18 bytes `MM-DD HH:MM:SS UTC`.
        init?(_ text: ArraySlice<UInt8>) {
            let pattern = Array("dd-dd dd:dd:dd UTC".utf8)
            let text = Array(text)
            for (byte, wanted) in zip(text, pattern) {
                let isDigit = byte >= 0x30 && byte <= 0x39
                guard wanted == UInt8(ascii: "d") ? isDigit : byte == wanted else { return nil }
            }
            let number = { (at: Int) in Int(text[at] - 0x30) * 10 + Int(text[at + 1] - 0x30) }
            month = number(0)
            day = number(3)
            secondOfDay = number(6) * 3_600 + number(9) * 60 + number(12)
            guard (1...12).contains(month), (1...31).contains(day), secondOfDay <= 86_400 else { return nil }
        }

        func seconds(inYear year: Int) -> Double {
            Double(ResetTime.days(year: year, month: month, day: day)) * 86_400 + Double(secondOfDay)
        }
    }
}
