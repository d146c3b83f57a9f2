#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Times as tasks carry them: Beijing's clock, without a zone.
enum ServiceTime {
    private static let beijing: TimeInterval = 8 * 3600

    /// Such as `2026-10-02 08:40:11.200`.
    static func text(_ date: Date) -> String {
        let text = CivilTime(date.addingTimeInterval(beijing)).description
        return String(text.dropLast()).replacing("T", with: " ")
    }

    /// Reads `20261002084011`.
    static func date(_ text: String) -> Date? {
        guard text.utf8.count == 14, text.utf8.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        func number(_ from: Int, _ count: Int) -> Int { Int(text.dropFirst(from).prefix(count)) ?? 0 }
        let (year, month, day) = (number(0, 4), number(4, 2), number(6, 2))
        guard (1...12).contains(month), (1...31).contains(day) else { return nil }
        // Days from the civil date, counted from 0000-03-01 as `CivilTime` does the other way.
        let shifted = month > 2 ? year : year - 1
        let ofYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let days = shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + ofYear - 719_468
        let seconds = days * 86_400 + number(8, 2) * 3600 + number(10, 2) * 60 + number(12, 2)
        return Date(timeIntervalSince1970: TimeInterval(seconds) - beijing)
    }
}
