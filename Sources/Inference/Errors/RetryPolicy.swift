/// Whether and when a failed request is worth another try: a value, without a clock and without a task.
///
/// ```swift
/// let policy = RetryPolicy()
/// if let delay = policy.delay(afterAttempt: 1, error: error, hasDeliveredBytes: false, using: &generator) { … }
/// ```
public struct RetryPolicy: Hashable, Sendable {
    /// How often a request is sent at most, the first time included.
    public var attempts: Int
    /// The longest wait after the first attempt; it doubles with each further one.
    public var base: Duration
    /// The longest wait that the policy chooses by itself.
    public var cap: Duration
    /// The longest wait it accepts when the service asks for one; above it, the error is final.
    public var retryAfterCap: Duration
    /// The errors that are worth another try.
    public var codes: Set<InferenceError.Code>

    public init(
        attempts: Int = 3, base: Duration = .milliseconds(500), cap: Duration = .seconds(8),
        retryAfterCap: Duration = .seconds(60),
        codes: Set<InferenceError.Code> = [.unavailable, .connectionFailed, .rateLimited]
    ) {
        self.attempts = attempts
        self.base = base
        self.cap = cap
        self.retryAfterCap = retryAfterCap
        self.codes = codes
    }

    /// Sends once.
    public static let never = RetryPolicy(attempts: 1)

    /// How long to wait before the next attempt; `nil` when there should be none.
    ///
    /// The wait is random between half and all of the step, so that clients that failed together do not return
    /// together. When the service named a wait, that one counts, with the randomness on top.
    ///
    /// - Parameters:
    ///   - attempt: how often the request was sent, from 1.
    ///   - hasDeliveredBytes: whether anything of the answer was already handed on; then it is too late.
    public func delay(
        afterAttempt attempt: Int, error: InferenceError, hasDeliveredBytes: Bool,
        using generator: inout some RandomNumberGenerator
    ) -> Duration? {
        guard !hasDeliveredBytes, codes.contains(error.code) else { return nil }
        return delay(afterAttempt: attempt, retryAfter: error.retryAfter, using: &generator)
    }

    /// How long to wait before the next attempt when it is known to be worth one; `nil` when there were enough, or when the
    /// service asks for more patience than the policy has.
    ///
    /// - Parameters:
    ///   - attempt: how often the request was sent, from 1.
    ///   - retryAfter: how long the service asks to wait.
    public func delay(
        afterAttempt attempt: Int, retryAfter: Duration?, using generator: inout some RandomNumberGenerator
    ) -> Duration? {
        guard attempt >= 1, attempt < attempts else { return nil }
        let step = min(base * (1 << min(attempt - 1, 20)), cap)
        let jitter = step / 2 * (Double(generator.next() >> 11) / Double(1 << 53))
        guard let retryAfter else { return step / 2 + jitter }
        return retryAfter <= retryAfterCap ? max(retryAfter, .zero) + jitter : nil
    }
}
