package import Inference

/// How much of one window of a plan was used by the requests of this installation. The vendor may have counted others.
package struct WindowUse: Hashable, Sendable {
    package var window: PlanWindow
    /// `nil` when what is counted cannot be counted here.
    package var used: Int?
    /// The published limit, or the user's own.
    package var limit: Int?
    package var start: Double
    /// When all of it is free again; for a rolling window when its oldest request leaves it, `nil` when there is none.
    package var resetAt: Double?
    /// What will have been used at the end of the window at the present pace; `nil` when it is too early to say.
    package var forecast: Int?
    /// When the limit will be reached at that pace, if before the reset.
    package var exhaustedAt: Double?

    /// Whether four fifths of the limit are used.
    package var isNearlyUsed: Bool {
        guard let used, let limit else { return false }
        return used * 5 >= limit * 4
    }
}

extension WindowUse {
    /// Measures a window.
    ///
    /// - Parameter tally: counts the accepted requests from one moment to another.
    package init(
        of window: PlanWindow, limit: Int?, renewalDay: Int, now: Double,
        tally: (_ since: Double, _ until: Double) throws(InferenceError) -> UsageTally
    ) throws(InferenceError) {
        let (start, end) = window.bounds(at: now, renewalDay: renewalDay)
        self.init(window: window, used: nil, limit: limit, start: start, resetAt: end)
        guard window.unit == .requests else { return }
        // A request leaves a rolling window at the very moment that it is as old as the window.
        let first = end == nil ? start.nextMillisecond : start
        let counted = try tally(first, now.nextMillisecond)
        used = counted.requests
        let length = window.length(from: start, to: end)
        if end == nil { resetAt = counted.first.map { $0 + length } }
        let elapsed = end == nil ? length / 5 : now - start
        let recent = end == nil ? try tally((now - elapsed).nextMillisecond, now.nextMillisecond) : counted
        predict(requests: recent.requests, in: elapsed, length: length, now: now)
    }

    private mutating func predict(requests: Int, in elapsed: Double, length: Double, now: Double) {
        guard requests > 0, elapsed >= min(3600, length / 5) else { return }
        let pace = Double(requests) / elapsed
        let forecast = Int((pace * length).rounded())
        self.forecast = forecast
        guard let used, let limit, forecast > limit, used < limit else { return }
        exhaustedAt = now + Double(limit - used) / pace
    }
}

extension Double {
    fileprivate var nextMillisecond: Double { (self * 1000).rounded(.down) / 1000 + 0.001 }
}
