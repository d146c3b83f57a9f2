import Inference
import Testing

@Suite struct RetryPolicyTests {
    /// Always the lowest or the highest number.
    struct Extreme: RandomNumberGenerator {
        var value: UInt64
        mutating func next() -> UInt64 { value }
    }

    private func delays(
        _ policy: RetryPolicy, _ error: InferenceError = InferenceError(.unavailable, "down"), delivered: Bool = false,
        jitter: UInt64 = 0
    ) -> [Duration?] {
        var generator = Extreme(value: jitter)
        return (1...5).map {
            policy.delay(afterAttempt: $0, error: error, hasDeliveredBytes: delivered, using: &generator)
        }
    }

    @Test func doublesUpToTheCapAndEnds() {
        let policy = RetryPolicy(attempts: 5, base: .seconds(1), cap: .seconds(3))
        #expect(delays(policy) == [.seconds(0.5), .seconds(1), .seconds(1.5), .seconds(1.5), nil])
        let late = delays(policy, jitter: .max)
        #expect(late.compactMap(\.self).count == 4)
        for (delay, step) in zip(late, [1.0, 2, 3, 3]) {
            #expect(abs((delay ?? .zero) / .seconds(1) - step) < 0.001)
        }
    }

    @Test(arguments: [
        (InferenceError.Code.unavailable, true), (.connectionFailed, true), (.rateLimited, true),
        (.deadlineExceeded, false), (.invalidRequest, false), (.unauthenticated, false), (.truncated, false),
        (.cancelled, false), (.quotaExhausted, false),
    ])
    func retriesOnlyWhatMayPass(code: InferenceError.Code, isRetried: Bool) {
        #expect((delays(RetryPolicy(), InferenceError(code, "x"))[0] != nil) == isRetried)
    }

    @Test func neverRetriesAfterTheFirstByte() {
        #expect(delays(RetryPolicy(), delivered: true) == [nil, nil, nil, nil, nil])
        #expect(delays(.never) == [nil, nil, nil, nil, nil])
    }

    @Test func waitsAsLongAsTheServiceAsks() {
        var error = InferenceError(.rateLimited, "slow down", retryAfter: .seconds(20))
        #expect(delays(RetryPolicy(), error)[0] == .seconds(20))
        error.retryAfter = .seconds(61)
        #expect(delays(RetryPolicy(), error)[0] == nil)
    }
}
