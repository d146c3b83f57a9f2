import OpenClawHost

/// A moment as logs write it: `2026-11-23T08:42:36.125Z`.
enum LogTime {
    static func text(_ time: Double) -> String {
        let milliseconds = Int((time * 1000).rounded(.down))
        let seconds = milliseconds / 1000
        let day = CivilDate(days: seconds / 86_400)
        let clock = seconds % 86_400
        return day.text + "T" + two(clock / 3600) + ":" + two(clock / 60 % 60) + ":" + two(clock % 60) + "."
            + String(String(1000 + milliseconds % 1000).dropFirst()) + "Z"
    }

    private static func two(_ number: Int) -> String { (number < 10 ? "0" : "") + String(number) }
}
