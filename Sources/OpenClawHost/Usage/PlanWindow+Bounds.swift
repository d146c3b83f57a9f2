package import Inference

extension PlanWindow {
    /// The span that counts at a moment. A rolling one has no end of its own.
    ///
    /// - Parameter renewalDay: the day of the month on which the subscription began.
    package func bounds(at now: Double, renewalDay: Int = 1) -> (start: Double, end: Double?) {
        switch span {
        case .rolling(let seconds): return (now - Double(seconds), nil)
        case .week(let utcOffset):
            let zone = LocalZone.fixed(utcOffset)
            let today = zone.day(at: now)
            let monday = CivilDate(days: today.days - today.weekday)
            return (zone.start(of: monday), zone.start(of: CivilDate(days: monday.days + 7)))
        case .month(let utcOffset):
            let zone = LocalZone.fixed(utcOffset)
            let today = zone.day(at: now)
            let (year, month, _) = today.components
            let renewal = { CivilDate(year: year, month: month + $0, day: renewalDay) }
            let step = today < renewal(0) ? -1 : 0
            return (zone.start(of: renewal(step)), zone.start(of: renewal(step + 1)))
        }
    }

    /// The length of the span in seconds.
    func length(from start: Double, to end: Double?) -> Double {
        if case .rolling(let seconds) = span { return Double(seconds) }
        return end.map { $0 - start } ?? 0
    }
}
