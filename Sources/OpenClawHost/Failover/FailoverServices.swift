/// What a run needs to fail over beside a state machine: rules, shared state, a clock and chance. One reference, because every
/// request is given it.
package final class FailoverServices: Sendable {
    package let policy: FailoverPolicy
    package let health: any CredentialHealthStore
    package let repairs: any LearnedRepairStore
    /// Seconds since 1970.
    package let now: @Sendable () -> Double
    package let wait: @Sendable (Duration) async throws -> Void
    package let random: @Sendable () -> UInt64

    package init(
        policy: FailoverPolicy = FailoverPolicy(), health: any CredentialHealthStore, repairs: any LearnedRepairStore,
        now: @escaping @Sendable () -> Double,
        wait: @escaping @Sendable (Duration) async throws -> Void = { try await Task.sleep(for: $0) },
        random: @escaping @Sendable () -> UInt64 = { .random(in: .min ... .max) }
    ) {
        self.policy = policy
        self.health = health
        self.repairs = repairs
        self.now = now
        self.wait = wait
        self.random = random
    }

    struct Chance: RandomNumberGenerator {
        let draw: @Sendable () -> UInt64
        mutating func next() -> UInt64 { draw() }
    }
}
