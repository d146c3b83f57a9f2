#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A moment in UTC as calendar fields.
struct CivilTime {
    let year: Int
    let month: Int
    let day: Int
    let hour: Int
    let minute: Int
    let second: Int
    private let milliseconds: Int
    /// 0 is Sunday.
    private let weekday: Int

    init(_ date: Date) {
        let total = Int((date.timeIntervalSince1970 * 1000).rounded(.down))
        milliseconds = ((total % 1000) + 1000) % 1000
        let seconds = (total - milliseconds) / 1000
        let ofDay = ((seconds % 86_400) + 86_400) % 86_400
        hour = ofDay / 3600
        minute = ofDay / 60 % 60
        second = ofDay % 60
        // Days to civil date, counting from 0000-03-01 so that a leap day is the last day of a year.
        let sinceEpoch = (seconds - ofDay) / 86_400
        weekday = ((sinceEpoch + 4) % 7 + 7) % 7
        let days = sinceEpoch + 719_468
        let era = (days >= 0 ? days : days - 146_096) / 146_097
        let ofEra = days - era * 146_097
        let yearOfEra = (ofEra - ofEra / 1460 + ofEra / 36_524 - ofEra / 146_096) / 365
        let ofYear = ofEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shifted = (5 * ofYear + 2) / 153
        day = ofYear - (153 * shifted + 2) / 5 + 1
        month = shifted < 10 ? shifted + 3 : shifted - 9
        year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    }

    /// As HTTP writes it: `Mon, 23 Nov 2026 08:31:34 GMT`.
    var httpDate: String {
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = "\(two(hour)):\(two(minute)):\(two(second))"
        return "\(days[weekday]), \(two(day)) \(months[month - 1]) \(year) \(clock) GMT"
    }

    /// ISO 8601 with milliseconds.
    var description: String {
        let fraction = String("\(1000 + milliseconds)".dropFirst())
        return "\(year)-\(two(month))-\(two(day))T\(two(hour)):\(two(minute)):\(two(second)).\(fraction)Z"
    }

    private func two(_ value: Int) -> String { value < 10 ? "0\(value)" : "\(value)" }
}
