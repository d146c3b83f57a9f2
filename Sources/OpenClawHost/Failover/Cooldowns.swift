import Inference

/// How long what failed rests. A value; `auth.cooldowns` of the configuration changes it.
package struct Cooldowns: Hashable, Sendable {
    /// Seconds after the first, second and every further failure in a row.
    package var brief: [Double] = [30, 60, 300]
    /// Seconds after a billing failure; doubles with each further one.
    package var billing: Double = 5 * 3600
    package var billingByProvider: [String: Double] = [:]
    package var billingLimit: Double = 24 * 3600
    /// Seconds after a revoked key; doubles with each further one.
    package var revoked: Double = 600
    package var revokedLimit: Double = 3600
    /// After so many seconds without a failure they are forgotten.
    package var memory: Double = 24 * 3600
    /// The longest rest that a service may ask for.
    package var windowLimit: Double = 32 * 86_400

    package init() {}

    /// The rest that follows a failure.
    ///
    /// - Parameter previous: the last rest of the same owner and model, over or not.
    func rest(
        after error: InferenceError, previous: CredentialRest?, at now: Double, provider: ProviderID
    ) -> CredentialRest {
        let remembered = previous.flatMap { now < $0.until + memory ? $0 : nil }
        var rest = CredentialRest(
            kind: error.advice.rest, reason: FailureReason(error), code: error.code,
            message: String(error.message.prefix(400)), hint: error.hint, until: now, failures: 1, lastFailure: now)
        let outcome = window(error, remembered, at: now)
        rest.probingSince = outcome.probingSince
        rest.probingInterval = outcome.probingSince == nil ? nil : error.advice.probing.map { Double($0.every) }
        if let until = outcome.until {
            rest.until = until
            return rest
        }
        if rest.kind == .window { rest.kind = .billing }
        if let remembered, remembered.kind == rest.kind { rest.failures = remembered.failures + 1 }
        rest.until = now + seconds(rest, error, provider)
        return rest
    }

    private func seconds(_ rest: CredentialRest, _ error: InferenceError, _ provider: ProviderID) -> Double {
        let doublings = Double(1 << min(rest.failures - 1, 16))
        switch rest.kind {
        case .billing, .window:
            return min((billingByProvider[provider.rawValue] ?? billing) * doublings, billingLimit)
        case .revoked: return min(revoked * doublings, revokedLimit)
        case .brief:
            let step = brief.isEmpty ? 30 : brief[min(rest.failures, brief.count) - 1]
            let asked = error.retryAfter.map { $0 / .seconds(1) } ?? 0
            return max(step, min(asked, 3600))
        }
    }

    /// The end of a window that the service named. One that may pass at any time is probed for a while, then counts as
    /// used up.
    private func window(
        _ error: InferenceError, _ previous: CredentialRest?, at now: Double
    ) -> (until: Double?, probingSince: Double?) {
        guard error.advice.rest == .window else { return (nil, nil) }
        if let probing = error.advice.probing {
            if previous?.kind == .billing { return (nil, nil) }
            let limit = Double(probing.limit)
            let since = previous.flatMap { now - $0.lastFailure < limit ? $0.probingSince : nil } ?? now
            return now - since < limit ? (now + Double(probing.every), since) : (nil, nil)
        }
        let end = error.resetAt ?? error.retryAfter.map { now + $0 / .seconds(1) }
        guard let end, end > now else { return (nil, nil) }
        return (min(end, now + windowLimit), nil)
    }
}

extension Cooldowns {
    /// The values of `auth.cooldowns`.
    package init(settings: SettingsView) {
        let value = { (key: String) in settings.value(["auth", "cooldowns", key])?.double.flatMap { $0 > 0 ? $0 : nil }
        }
        billing = value("billingBackoffHours").map { $0 * 3600 } ?? billing
        billingLimit = value("billingMaxHours").map { $0 * 3600 } ?? billingLimit
        revoked = value("authPermanentBackoffMinutes").map { $0 * 60 } ?? revoked
        revokedLimit = value("authPermanentMaxMinutes").map { $0 * 60 } ?? revokedLimit
        memory = value("failureWindowHours").map { $0 * 3600 } ?? memory
        let byProvider = settings.value(["auth", "cooldowns", "billingBackoffHoursByProvider"])?.object?.members ?? []
        for member in byProvider {
            if let hours = member.value.double, hours > 0 { billingByProvider[member.key.lowercased()] = hours * 3600 }
        }
    }
}
