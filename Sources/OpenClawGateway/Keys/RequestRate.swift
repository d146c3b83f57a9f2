/// Requests of one key: a bucket that holds a minute's worth and fills evenly.
struct RequestRate {
    private var tokens: Double
    private var filledAt: Double

    init(perMinute limit: Int, now: Double) {
        tokens = Double(limit)
        filledAt = now
    }

    /// Takes one request.
    ///
    /// - Returns: the seconds to wait when there is none left, else `nil`.
    mutating func take(perMinute limit: Int, now: Double) -> Double? {
        // A clock that is set back gives nothing and takes nothing.
        let elapsed = max(0, now - filledAt)
        tokens = min(Double(limit), tokens + elapsed * Double(limit) / 60)
        filledAt = now
        guard tokens < 1 else {
            tokens -= 1
            return nil
        }
        return max(1, ((1 - tokens) * 60 / Double(limit)).rounded(.up))
    }
}
