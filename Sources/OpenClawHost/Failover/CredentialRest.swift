package import Inference

/// A time in which a credential or an account is left alone, and why. All times are seconds since 1970.
package struct CredentialRest: Hashable, Sendable, Codable {
    package var kind: FailureDisposition.Rest
    package var reason: FailureReason
    /// The code and message of the failure, for whoever is refused because of it.
    package var code: InferenceError.Code
    package var message: String
    package var hint: String?
    package var until: Double
    /// Failures in a row, those inside of a running rest not counted.
    package var failures: Int
    package var lastFailure: Double
    /// Set while nobody knows whether the failure will pass: when that began.
    package var probingSince: Double?
    /// Seconds from one request to the next in that time.
    package var probingInterval: Double?

    package func isActive(at now: Double) -> Bool { until > now }

    /// Whether the one request is under way that looks whether the failure has passed.
    func isProbed(at now: Double) -> Bool {
        probingInterval.map { now - lastFailure >= $0 } ?? false
    }

    /// The error of a request that is not sent because of the rest.
    package var error: InferenceError {
        InferenceError(code, message, hint: hint, resetAt: until)
    }
}
