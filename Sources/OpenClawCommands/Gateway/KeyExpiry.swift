import Inference
import OpenClawHost

/// When a key ends, as people type it: `12h`, `30d`, `2027-01-31` (the end of that day).
struct KeyExpiry {
    /// Seconds since 1970.
    let time: Double

    init(_ text: String, now: Double, zone: LocalZone) throws(InferenceError) {
        guard let time = Self.read(text.trimmingASCIIWhitespace().lowercased(), now, zone), time > now else {
            throw InferenceError(
                .invalidConfiguration,
                "--expires does not take '\(text)'; expected a span such as 12h or 30d, or a day to come such as 2027-01-31",
                hint: "openclaw gateway keys new laptop --expires 30d")
        }
        self.time = time
    }

    private static func read(_ text: String, _ now: Double, _ zone: LocalZone) -> Double? {
        if let day = CivilDate(text) { return zone.start(of: CivilDate(days: day.days + 1)) }
        let units: [Character: Double] = ["m": 60, "h": 3600, "d": 86_400, "w": 604_800]
        guard let unit = text.last.flatMap({ units[$0] }), let count = Int(text.dropLast()),
            (1...100_000).contains(count)
        else { return nil }
        return now + Double(count) * unit
    }
}
