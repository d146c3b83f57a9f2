#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Where days begin: the offset to UTC at any moment.
package struct LocalZone: Sendable {
    private let offset: @Sendable (Int) -> Int

    /// - Parameter offset: seconds east of UTC at a moment, given in seconds since 1970.
    package init(offset: @escaping @Sendable (Int) -> Int) { self.offset = offset }

    /// The same offset all year.
    package static func fixed(_ seconds: Int) -> LocalZone { LocalZone { _ in seconds } }

    /// The zone of this machine, or of the variable `TZ`.
    package static let system = LocalZone { moment in
        var time = time_t(moment)
        var parts = tm()
        tzset()
        return localtime_r(&time, &parts) == nil ? 0 : Int(parts.tm_gmtoff)
    }

    /// The day of a moment.
    package func day(at time: Double) -> CivilDate {
        let seconds = Int(time.rounded(.down))
        return CivilDate(days: Int((Double(seconds + offset(seconds)) / 86_400).rounded(.down)))
    }

    /// The moment at which a day begins, in seconds since 1970.
    package func start(of day: CivilDate) -> Double {
        let midnight = day.days * 86_400
        // The offset of the day may differ from that of midnight in UTC when the clock changes; the second look settles it.
        let guess = midnight - offset(midnight)
        return Double(midnight - offset(guess))
    }

    /// The clock of a moment, `14:05`.
    package func clock(at time: Double) -> String {
        let seconds = Int(time.rounded(.down))
        let minutes = (seconds + offset(seconds)) / 60 % 1440
        let two = { (number: Int) in (number < 10 ? "0" : "") + String(number) }
        return two(minutes / 60) + ":" + two(minutes % 60)
    }
}
