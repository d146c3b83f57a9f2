package import Inference

/// How hard failover tries. `failover` and `auth.cooldowns` of the configuration change it.
package struct FailoverPolicy: Hashable, Sendable {
    /// Requests that one run may send at most, repaired ones included.
    package var maxAttempts = 8
    /// How long one run may wait altogether for limits and outages to pass.
    package var patience: Double = 60
    /// How often and after which pauses one target is tried again.
    package var retries = RetryPolicy()
    /// Keys of other accounts that are tried when one is throttled.
    package var rateLimitedRotations = 1
    /// Keys of other accounts that are tried when a service fails.
    package var overloadedRotations = 1
    /// The shortest pause between two requests that look whether an unpaid or revoked credential works again.
    package var probeInterval: Double = 60
    package var cooldowns = Cooldowns()
    /// Whether resting targets are asked like others, because the user wants to know how they are.
    package var ignoresRests = false

    package init() {}

    /// Asks once, whatever is known.
    package static var probing: FailoverPolicy {
        var policy = FailoverPolicy()
        policy.maxAttempts = 1
        policy.ignoresRests = true
        return policy
    }

    /// The values of the configuration.
    package init(settings: SettingsView) {
        let count = { (path: [String], range: ClosedRange<Int>) in
            settings.value(path)?.int.map { min(max($0, range.lowerBound), range.upperBound) }
        }
        maxAttempts = count(["failover", "maxAttempts"], 1...32) ?? maxAttempts
        patience = settings.value(["failover", "waitSeconds"])?.double.map { min(max($0, 0), 3600) } ?? patience
        let rotations = { (key: String) in count(["auth", "cooldowns", key], 0...100) }
        rateLimitedRotations = rotations("rateLimitedProfileRotations") ?? rateLimitedRotations
        overloadedRotations = rotations("overloadedProfileRotations") ?? overloadedRotations
        cooldowns = Cooldowns(settings: settings)
    }
}
