import Inference

/// The deadlines of one exchange, counted from its start, and the errors that name them.
struct ExchangeTiming {
    let deadlines: Deadlines
    let start: ContinuousClock.Instant

    /// When the whole exchange has to be finished.
    var total: ContinuousClock.Instant? { deadlines.total.map { start + $0 } }

    /// When the connection has to stand, and the error if it does not.
    func connect(to peer: String) -> (instant: ContinuousClock.Instant, error: InferenceError)? {
        let connect = deadlines.connect.map { start + $0 }
        if let total, connect.map({ total < $0 }) ?? true { return (total, totalError) }
        guard let connect, let limit = deadlines.connect else { return nil }
        let error = InferenceError(
            .deadlineExceeded, "no connection to \(peer) within \(limit.settingText) (timeouts.connect)")
        return (connect, error)
    }

    var firstByteError: InferenceError {
        InferenceError(
            .deadlineExceeded, "no response within \(Self.text(deadlines.firstByte)) (timeouts.firstByte)")
    }

    var totalError: InferenceError {
        InferenceError(.deadlineExceeded, "not finished within \(Self.text(deadlines.total)) (timeouts.total)")
    }

    var idleError: InferenceError {
        InferenceError(.deadlineExceeded, "no data within \(Self.text(deadlines.idle)) (timeouts.idle)")
    }

    private static func text(_ duration: Duration?) -> String { duration?.settingText ?? "the limit" }
}
