package import Inference

/// Decides which target is asked next, when, and when it is enough. A value without a clock and without I/O: whoever drives
/// it sends requests, waits, and keeps the health records.
///
/// The order of targets is the order of preference: models first, and for each its credentials. A target that is resting is
/// passed over. When nothing else is left, one resting target of a provider may be asked once per run, unless its rest ends
/// at a time that the service named.
package struct FailoverMachine: Sendable {
    package let targets: [FailoverTarget]
    package let policy: FailoverPolicy
    /// Every attempt that failed, in order.
    package private(set) var failures: [Failure] = []
    private(set) var health: [HealthKey: HealthRecord]
    private var states: [State]
    private var current: Int?
    /// The target that is tried again before any other one.
    private var staying: Int?
    private var final: InferenceError?
    private var probed: Set<ProviderID> = []
    private var rotations = 0
    private var sent = 0
    private let start: Double
    private let deadline: Double?

    /// What to do next.
    package enum Action: Sendable {
        /// Ask a target. A probe is asked although it rests, because nothing else is left.
        case attempt(Int, isProbe: Bool)
        case wait(until: Double)
        indirect case giveUp(FailoverSummary)
    }

    /// How far an attempt came.
    package enum Phase: Hashable, Sendable { case beforeFirstByte, afterFirstByte }

    /// A failed attempt.
    package struct Failure: Hashable, Sendable {
        package var target: FailoverTarget
        package var error: InferenceError
    }

    /// A fact that other runs should know.
    package struct Fact: Hashable, Sendable {
        package var key: HealthKey
        /// The model that it is about; `nil` when it is about all.
        package var model: ModelID?
    }

    private struct State {
        var sends = 0
        var isClosed = false
        var isRepaired = false
        /// When it may be tried again after a failure of this run.
        var retryAt: Double?
    }

    /// - Parameters:
    ///   - deadline: when the answer has to have begun, in seconds since 1970.
    package init(
        targets: [FailoverTarget], health: [HealthKey: HealthRecord], policy: FailoverPolicy, at now: Double,
        deadline: Double? = nil
    ) {
        self.targets = targets
        self.health = health
        self.policy = policy
        states = targets.map { _ in State() }
        start = now
        self.deadline = deadline
    }

    /// The next step.
    package mutating func next(at now: Double) -> Action {
        guard final == nil, sent < policy.maxAttempts, deadline.map({ now < $0 }) ?? true else {
            return .giveUp(summary(at: now))
        }
        if let index = staying, let retryAt = states[index].retryAt {
            return retryAt <= now ? attempt(index) : .wait(until: retryAt)
        }
        if let index = states.indices.first(where: { isReady($0, at: now) }) { return attempt(index) }
        if let index = states.indices.first(where: { isProbeable($0, at: now) }) {
            probed.insert(targets[index].provider)
            return attempt(index, isProbe: true)
        }
        if let retryAt = states.compactMap({ $0.isClosed ? nil : $0.retryAt }).min(), isWorthWaiting(until: retryAt) {
            return .wait(until: retryAt)
        }
        return .giveUp(summary(at: now))
    }

    /// The target that was chosen was not asked after all, because another process asks it; its rest has been refreshed.
    package mutating func skipped() {
        guard let index = current else { return }
        states[index].sends -= 1
        sent -= 1
        (current, staying) = (nil, nil)
    }

    /// What other runs have learned in the meantime.
    package mutating func refresh(_ key: HealthKey, _ record: HealthRecord) { health[key] = record }

    /// The rest that keeps a target from being asked.
    package func rest(of target: FailoverTarget, at now: Double) -> CredentialRest? {
        guard !health.isEmpty, !policy.ignoresRests else { return nil }
        return [target.credentialKey, target.accountKey].compactMap { health[$0]?.rest(for: target.model, at: now) }
            .max { $0.until < $1.until }
    }

    private mutating func attempt(_ index: Int, isProbe: Bool = false) -> Action {
        states[index].sends += 1
        states[index].retryAt = nil
        (current, staying) = (index, nil)
        sent += 1
        return .attempt(index, isProbe: isProbe)
    }

    private func isReady(_ index: Int, at now: Double) -> Bool {
        let state = states[index]
        guard !state.isClosed else { return false }
        if state.sends > 0 { return state.retryAt.map { $0 <= now } ?? false }
        // Most runs know of no rest at all, and a target is large.
        return health.isEmpty || rest(of: targets[index], at: now) == nil
    }

    private func isProbeable(_ index: Int, at now: Double) -> Bool {
        let (state, target) = (states[index], targets[index])
        guard !state.isClosed, state.sends == 0, !probed.contains(target.provider) else { return false }
        guard let rest = rest(of: target, at: now) else { return false }
        switch rest.kind {
        case .brief: return true
        case .billing, .revoked: return now - rest.lastFailure >= policy.probeInterval
        case .window: return false
        }
    }

    private func isWorthWaiting(until time: Double) -> Bool {
        time - start <= policy.patience && (deadline.map { time < $0 } ?? true)
    }
}

extension FailoverMachine {
    /// The attempt failed.
    ///
    /// - Parameters:
    ///   - canRepair: whether a changed request may cure the refusal. It is sent once per target.
    /// - Returns: what other runs should know, if anything.
    package mutating func failed(
        _ error: InferenceError, phase: Phase = .beforeFirstByte, canRepair: Bool = false, at now: Double,
        using generator: inout some RandomNumberGenerator
    ) -> Fact? {
        guard let index = current else { return nil }
        current = nil
        failures.append(Failure(target: targets[index], error: error))
        guard phase == .beforeFirstByte else {
            final = error
            return fact(error, targets[index])
        }
        if canRepair, !states[index].isRepaired {
            states[index].isRepaired = true
            states[index].retryAt = now
            staying = index
            return nil
        }
        settle(error, index, at: now, using: &generator)
        return fact(error, targets[index])
    }

    private mutating func settle(
        _ error: InferenceError, _ index: Int, at now: Double, using generator: inout some RandomNumberGenerator
    ) {
        let pause = pause(after: error, sends: states[index].sends, using: &generator)
        let retryAt = pause.map { now + $0 / .seconds(1) }.flatMap { isWorthWaiting(until: $0) ? $0 : nil }
        states[index].retryAt = retryAt
        states[index].isClosed = retryAt == nil
        if error.endsFailover {
            staying = retryAt == nil ? nil : index
            final = retryAt == nil ? error : nil
            return
        }
        // A throttle passes more slowly than another model answers; a hiccup does not.
        staying = error.code != .rateLimited && states[index].sends == 1 && retryAt != nil ? index : nil
        if staying == nil { close(because: error, of: targets[index]) }
    }

    private func pause(
        after error: InferenceError, sends: Int, using generator: inout some RandomNumberGenerator
    ) -> Duration? {
        guard ![.contextTooLong, .contentRejected, .cancelled].contains(error.code) else { return nil }
        var retries = policy.retries
        switch error.advice.retry {
        case .never, .repaired: return nil
        case .once: retries.attempts = min(retries.attempts, 2)
        case .backoff: break
        }
        return retries.delay(afterAttempt: sends, retryAfter: error.retryAfter, using: &generator)
    }

    private mutating func close(because error: InferenceError, of failed: FailoverTarget) {
        for index in targets.indices where !states[index].isClosed && targets[index] != failed {
            states[index].isClosed = !helps(targets[index], after: error, of: failed)
        }
        if !error.advice.rotates { rotations += 1 }
    }

    /// Whether a target may succeed where another one failed.
    private func helps(_ other: FailoverTarget, after error: InferenceError, of failed: FailoverTarget) -> Bool {
        let advice = error.advice
        let isOtherModel = !other.isSameModel(as: failed)
        if other.isSameCredential(as: failed) { return isOtherModel && advice.triesNextModel }
        if other.isSameAccount(as: failed) {
            if advice.rotates, !(failed.account.isDeclared && advice.scope == .plan) { return true }
            return isOtherModel && advice.triesNextModel
        }
        if isOtherModel || advice.rotates { return true }
        return rotations < (error.code == .rateLimited ? policy.rateLimitedRotations : policy.overloadedRotations)
    }

    private func fact(_ error: InferenceError, _ target: FailoverTarget) -> Fact? {
        guard error.isHealthFact, !target.credential.isEmpty else { return nil }
        let isShared =
            [.rateLimited, .unavailable].contains(error.code)
            || (error.code == .quotaExhausted && error.advice.scope == .plan && target.account.isDeclared)
        return Fact(
            key: isShared ? target.accountKey : target.credentialKey,
            model: error.advice.scope == .model ? target.model : nil)
    }

    private func summary(at now: Double) -> FailoverSummary {
        let asked = Set(failures.map(\.target))
        let resting = targets.indices.filter { states[$0].sends == 0 && !states[$0].isClosed }.compactMap { index in
            rest(of: targets[index], at: now).map { FailoverSummary.Resting(target: targets[index], rest: $0) }
        }
        let ends = targets.filter { asked.contains($0) }.compactMap { rest(of: $0, at: now)?.until }
        return FailoverSummary(
            failures: failures, resting: resting, final: final,
            soonest: (ends + resting.map(\.rest.until)).min())
    }
}
