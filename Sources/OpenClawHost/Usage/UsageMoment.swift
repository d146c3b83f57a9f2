package import Inference

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// A moment as people type it: `2026-11-01`, `2026-11-01T08:00:00Z`, `today`, `yesterday`, `monday`, `month`, `24h`, `7d`.
package struct UsageMoment: Hashable, Sendable {
    /// Seconds since 1970.
    package let time: Double

    /// - Throws: `.invalidConfiguration` for anything else.
    package init(_ text: String, now: Double, zone: LocalZone, option: String) throws(InferenceError) {
        guard let time = Self.read(text.lowercased(), now: now, zone: zone) else {
            throw InferenceError(
                .invalidConfiguration,
                "\(option) does not take '\(text)'; expected a day such as 2026-11-01, a time such as 2026-11-01T08:00:00Z, today, yesterday, monday, month, or a span such as 24h or 7d",
                hint: "openclaw usage \(option) 7d")
        }
        self.time = time
    }

    private static func read(_ text: String, now: Double, zone: LocalZone) -> Double? {
        let today = zone.day(at: now)
        switch text {
        case "now": return now
        case "today": return zone.start(of: today)
        case "yesterday": return zone.start(of: CivilDate(days: today.days - 1))
        case "monday", "week": return zone.start(of: CivilDate(days: today.days - today.weekday))
        case "month":
            let (year, month, _) = today.components
            return zone.start(of: CivilDate(year: year, month: month, day: 1))
        default: break
        }
        if let day = CivilDate(text) { return zone.start(of: day) }
        if let unit = text.last, let count = Int(text.dropLast()), count > 0, count < 100_000 {
            if unit == "h" { return now - Double(count) * 3600 }
            // A span of days holds whole days, today included.
            if unit == "d" { return zone.start(of: CivilDate(days: today.days - count + 1)) }
        }
        return (try? Date(text.uppercased(), strategy: .iso8601))?.timeIntervalSince1970
    }
}
