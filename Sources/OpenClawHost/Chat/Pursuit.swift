import Inference

typealias ChatPursuit = Pursuit<ChatRoute>

/// One request on its way from target to target: the state machine, what it was told, and the shared records that it reads
/// and writes. A store that fails never stops a request.
///
/// Nearly every request is answered by the first target that is asked, and nothing was known against it: the state machine,
/// which is large, is made when it has something to decide.
struct Pursuit<Route: CallRoute>: Sendable {
    let lineup: Lineup<Route>
    private var failures: [ChatAttempt] = []
    /// What answers.
    private var answering: Int?
    /// How many failures were told of.
    private var told = 0
    private let services: FailoverServices
    private let start: Double
    private let total: Duration?
    /// One, or none as long as nothing has failed or rests.
    private var machine: [FailoverMachine] = []
    /// Whether the first target was asked without a machine.
    private var hasAskedFirst = false
    private var health: [HealthKey: HealthRecord]
    /// Time never runs backwards in a run, and a wait has always passed.
    private var time: Double
    /// When the last wait is over.
    private var resumption = 0.0

    /// - Parameters:
    ///   - total: how long the run may take.
    init(
        _ lineup: Lineup<Route>, health: [HealthKey: HealthRecord], services: FailoverServices, total: Duration?
    ) {
        self.lineup = lineup
        self.health = health
        self.services = services
        time = services.now()
        start = time
        self.total = total
        if !health.isEmpty { wake() }
    }

    mutating func next() -> FailoverMachine.Action {
        if machine.isEmpty {
            if mayAskFirst {
                hasAskedFirst = true
                return .attempt(0, isProbe: false)
            }
            wake()
        }
        time = max(time, resumption, services.now())
        return machine[0].next(at: time)
    }

    /// Whether a machine would have the first target asked.
    private var mayAskFirst: Bool {
        !hasAskedFirst && !lineup.entries.isEmpty && services.policy.maxAttempts > 0 && total.map { $0 > .zero } ?? true
    }

    /// Makes the machine, as if there had been one from the beginning.
    private mutating func wake() {
        guard machine.isEmpty else { return }
        machine.append(
            FailoverMachine(
                targets: lineup.targets, health: health, policy: services.policy, at: start,
                deadline: total.map { start + $0 / .seconds(1) }))
        if hasAskedFirst { _ = machine[0].next(at: start) }
    }

    /// Every way that was tried so far, in order; the one that answers is the last.
    var attempts: [ChatAttempt] {
        guard let answering else { return failures }
        return failures + [lineup.entries[answering].attempt]
    }

    var attemptCount: Int { failures.count + (answering == nil ? 0 : 1) }

    /// The one error of the run.
    func failure(_ summary: FailoverSummary) -> ChatFailure {
        ChatFailure(error: summary.error(at: time), attempts: attempts)
    }

    /// The rest that keeps a target from being asked.
    func rest(of target: FailoverTarget) -> CredentialRest? {
        machine.isEmpty ? nil : machine[0].rest(of: target, at: time)
    }

    /// What is left of the time that the run may take.
    func remaining(of total: Duration?) -> Duration? {
        total.map { max(.milliseconds(1), $0 - .seconds(time - start)) }
    }

    /// The failures that were not told of yet.
    mutating func takeNews() -> [ChatAttempt] {
        defer { told = failures.count }
        return Array(failures[told...])
    }

    /// How long to wait. At the next step the time has passed, whatever the clock says.
    mutating func pause(until end: Double) -> Duration {
        resumption = end
        return .seconds(max(0, end - time))
    }

    /// Makes sure that no other process is just finding out whether the target works again.
    mutating func claim(_ index: Int) -> Bool {
        guard !health.isEmpty else { return true }
        let target = lineup.entries[index].target
        for key in [target.credentialKey, target.accountKey] where health[key]?.isProbing(target.model) == true {
            var isGranted = true
            update(key) { [time] in isGranted = $0.claimProbe(of: target.model, at: time) }
            guard isGranted || services.policy.ignoresRests else {
                machine[0].skipped()
                return false
            }
        }
        return true
    }

    /// What was learned about the model before, to be applied to a request up front.
    func lessons(for index: Int) -> [LearnedRepair] {
        guard services.repairs.mayHaveRepairs else { return [] }
        let entry = lineup.entries[index]
        let found = try? services.repairs.repairs(
            of: entry.target.provider, endpoint: entry.target.endpoint, model: entry.target.model, at: time)
        return found ?? []
    }

    /// An attempt failed.
    ///
    /// - Parameter canRepair: whether a changed request may be sent in its place.
    mutating func failed(at index: Int, _ error: InferenceError, canRepair: Bool = false) {
        time = max(time, services.now())
        var attempt = lineup.entries[index].attempt
        attempt.error = error
        failures.append(attempt)
        wake()
        var chance = FailoverServices.Chance(draw: services.random)
        guard let fact = machine[0].failed(error, canRepair: canRepair, at: time, using: &chance) else { return }
        update(fact.key) { [time, services] in
            $0.fail(
                error, of: fact.model, at: time, cooldowns: services.policy.cooldowns, provider: fact.key.provider)
        }
    }

    /// An answer has begun: what spoke against the target is over, and what cured the request is kept.
    ///
    /// - Parameter cured: the refusal that a change of the request has cured.
    mutating func succeeded(at index: Int, takingTurns: Bool, cured: InferenceError? = nil) {
        answering = index
        let entry = lineup.entries[index]
        if !health.isEmpty { settle(entry.target) }
        if takingTurns, lineup.takesTurns(entry.target.provider) {
            services.health.touch(entry.target.credentialKey, at: time)
        }
        guard let cured, let lesson = LearnedRepair(cured, of: entry.target, at: time) else { return }
        try? services.repairs.learn(lesson)
    }

    /// What spoke against the target is over.
    private mutating func settle(_ target: FailoverTarget) {
        for key in [target.credentialKey, target.accountKey] where health[key]?.speaks(against: target.model) == true {
            update(key) { $0.succeed(with: target.model) }
        }
    }

    private mutating func update(_ key: HealthKey, _ change: (inout HealthRecord) -> Void) {
        var record = health[key] ?? HealthRecord()
        do {
            record = try services.health.update(key, change)
        } catch {
            change(&record)
        }
        health[key] = record.isEmpty ? nil : record
        if !machine.isEmpty { machine[0].refresh(key, record) }
    }
}
