package import Inference

/// The deadlines of one exchange, counted from its start, and the errors that name them.
package struct ExchangeTiming {
    package let deadlines: Deadlines
    package let start: ContinuousClock.Instant

    package init(deadlines: Deadlines, start: ContinuousClock.Instant) {
        self.deadlines = deadlines
        self.start = start
    }

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

    package var firstByteError: InferenceError {
        InferenceError(
            .deadlineExceeded, "no response within \(Self.text(deadlines.firstByte)) (timeouts.firstByte)")
    }

    package var totalError: InferenceError {
        InferenceError(.deadlineExceeded, "not finished within \(Self.text(deadlines.total)) (timeouts.total)")
    }

    package var idleError: InferenceError {
        InferenceError(.deadlineExceeded, "no data within \(Self.text(deadlines.idle)) (timeouts.idle)")
    }

    private static func text(_ duration: Duration?) -> String { duration?.settingText ?? "the limit" }
}
