import Inference
import Synchronization

/// Drives the jobs of a process that stays: those that it is given, those of an earlier life, and those that other processes
/// have left behind. So many at once; the others wait their turn. Whoever asks for a job may stop waiting, the job goes on.
package final class JobFleet: Sendable {
    private struct Waiter {
        var job: String
        var milestone: JobMilestone
        var continuation: CheckedContinuation<Job, any Error>
    }

    private struct State {
        var runner: JobRunner
        var queue: [String] = []
        /// Everything that is queued or driven.
        var known: Set<String> = []
        var driven = 0
        var failures: [String: Int] = [:]
        var sleeper: CheckedContinuation<Void, Never>?
        var waiters: [Int: Waiter] = [:]
        /// Waits that were given up before they began.
        var givenUp: Set<Int> = []
        var lastWaiter = 0
        var isEnding = false
    }

    private let state: Mutex<State>
    private let limit: Int
    let folder: IncomingFolder
    private let report: @Sendable (String) -> Void
    /// Held while somebody looks at what a client has asked for, and adds to it.
    let counting = Mutex(())

    /// - Parameters:
    ///   - limit: how many jobs are driven at once.
    ///   - folder: where the inputs of clients lie.
    ///   - report: hears of jobs that cannot go on for now.
    package init(
        _ runner: JobRunner, limit: Int = 512, folder: IncomingFolder, report: @escaping @Sendable (String) -> Void
    ) {
        state = Mutex(State(runner: runner))
        self.limit = limit
        self.folder = folder
        self.report = report
    }

    /// What jobs are driven with.
    var runner: JobRunner { state.withLock(\.runner) }

    /// Drives jobs with another configuration from now on; those that are driven already keep theirs.
    package func use(_ runner: JobRunner) { state.withLock { $0.runner = runner } }

    /// How many jobs are driven now, and how many wait for their turn.
    package var counts: (driven: Int, queued: Int) { state.withLock { ($0.driven, $0.queue.count) } }

    /// Drives jobs until the task is cancelled.
    package func run() async {
        prepare()
        await withTaskCancellationHandler {
            await withDiscardingTaskGroup { group in
                group.addTask { await self.lookAround() }
                while let id = await next() { group.addTask { await self.drive(id) } }
                group.cancelAll()
            }
        } onCancel: {
            end()
        }
    }

    /// Gives a job to be driven and waits for it.
    ///
    /// - Throws: why it cannot go on for now, `.unavailable` when the process ends, or `CancellationError`; the job goes on.
    package func drive(_ id: String, until milestone: JobMilestone) async throws -> Job {
        if let job = try runner.store.job(id), milestone.isReached(by: job) { return job }
        let key = state.withLock { state in
            state.lastWaiter += 1
            return state.lastWaiter
        }
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { continuation in
                wait(key, Waiter(job: id, milestone: milestone, continuation: continuation))
            }
        } onCancel: {
            let waiter = state.withLock { state in
                let waiter = state.waiters.removeValue(forKey: key)
                if waiter == nil { state.givenUp.insert(key) }
                return waiter
            }
            waiter?.continuation.resume(throwing: CancellationError())
        }
    }

    private static let ending = InferenceError(
        .unavailable, "the gateway is stopping; what the service has goes on", status: 503, retryAfter: .seconds(5))

    private func wait(_ key: Int, _ waiter: Waiter) {
        let refusal: (any Error)? = state.withLock { state in
            if state.givenUp.remove(key) != nil { return CancellationError() }
            if state.isEnding { return Self.ending }
            state.waiters[key] = waiter
            return nil
        }
        if let refusal { return waiter.continuation.resume(throwing: refusal) }
        add(waiter.job)
    }

    private func add(_ id: String) {
        let sleeper = state.withLock { state -> CheckedContinuation<Void, Never>? in
            guard !state.isEnding, state.known.insert(id).inserted else { return nil }
            state.queue.append(id)
            defer { state.sleeper = nil }
            return state.sleeper
        }
        sleeper?.resume()
    }

    /// The next job whose turn it is; `nil` at the end.
    private func next() async -> String? {
        while true {
            await withCheckedContinuation { continuation in
                let isNow = state.withLock { state in
                    let isNow = state.isEnding || (!state.queue.isEmpty && state.driven < limit)
                    if !isNow { state.sleeper = continuation }
                    return isNow
                }
                if isNow { continuation.resume() }
            }
            let (id, isEnding) = state.withLock { state -> (String?, Bool) in
                guard !state.isEnding, !state.queue.isEmpty, state.driven < limit else { return (nil, state.isEnding) }
                state.driven += 1
                return (state.queue.removeFirst(), false)
            }
            if let id { return id }
            if isEnding { return nil }
        }
    }

    private func end() {
        let (sleeper, waiters) = state.withLock { state in
            state.isEnding = true
            defer {
                state.sleeper = nil
                state.waiters = [:]
            }
            return (state.sleeper, state.waiters)
        }
        sleeper?.resume()
        for waiter in waiters.values { waiter.continuation.resume(throwing: Self.ending) }
    }
}

// One job.
extension JobFleet {
    private func drive(_ id: String) async {
        let runner = runner
        do {
            hear(try await runner.drive(id) { [self] event in if case .changed(let job) = event { hear(job) } })
            forget(id)
        } catch {
            fail(id, error)
            guard let pause = pauseAfterFailure(id, runner) else { return forget(id) }
            let goesOn = (try? await runner.services.wait(pause)) != nil
            forget(id, failed: true)
            if goesOn { add(id) }
        }
    }

    private func hear(_ job: Job) {
        folder.release(job)
        let reached = state.withLock { state in
            let keys = state.waiters.filter { $0.value.job == job.id && $0.value.milestone.isReached(by: job) }.keys
            return keys.compactMap { state.waiters.removeValue(forKey: $0) }
        }
        for waiter in reached { waiter.continuation.resume(returning: job) }
    }

    private func fail(_ id: String, _ error: any Error) {
        let waiters = state.withLock { state in
            let keys = state.waiters.filter { $0.value.job == id }.keys
            return keys.compactMap { state.waiters.removeValue(forKey: $0) }
        }
        for waiter in waiters { waiter.continuation.resume(throwing: error is CancellationError ? Self.ending : error) }
    }

    /// How long to leave a job alone that could not go on; `nil` when it has ended or this process does.
    private func pauseAfterFailure(_ id: String, _ runner: JobRunner) -> Duration? {
        guard !Task.isCancelled, let job = try? runner.store.job(id) else { return nil }
        folder.release(job)
        guard !job.state.isFinal else { return nil }
        let count = state.withLock { state in
            // Others may have their turn meanwhile.
            state.driven -= 1
            state.failures[id, default: 0] += 1
            return state.failures[id] ?? 1
        }
        wake()
        if count == 1 { report("job \(id) cannot go on for now; it is tried again") }
        return .seconds(min(30 << min(count - 1, 5), 600))
    }

    /// - Parameter failed: whether it will be tried again; then its place was given away already.
    private func forget(_ id: String, failed: Bool = false) {
        state.withLock { state in
            state.known.remove(id)
            guard !failed else { return }
            state.driven -= 1
            state.failures[id] = nil
            // Somebody may have come between the last news and now.
            guard !state.isEnding, state.waiters.values.contains(where: { $0.job == id }) else { return }
            state.known.insert(id)
            state.queue.append(id)
        }
        wake()
    }

    private func wake() {
        let sleeper = state.withLock { state in
            defer { state.sleeper = nil }
            return state.sleeper
        }
        sleeper?.resume()
    }
}

// Jobs of others.
extension JobFleet {
    private static let open = JobState.allCases.filter { !$0.isFinal }

    /// Takes over what an earlier process has begun.
    private func prepare() {
        let store = runner.store
        let jobs = (try? store.jobs(JobQuery(states: Self.open + [.unresolved], limit: 10_000))) ?? []
        folder.sweep(keeping: jobs)
        for job in jobs.reversed() where job.state != .unresolved && !runner.locks.isHeld(job.id) { add(job.id) }
    }

    /// Takes over what other processes leave behind from now on.
    private func lookAround() async {
        while (try? await runner.services.wait(.seconds(60))) != nil {
            let runner = runner
            let jobs = (try? runner.store.jobs(JobQuery(states: Self.open))) ?? []
            let now = runner.services.now()
            for job in jobs.reversed() where now - job.updatedAt > 30 && !runner.locks.isHeld(job.id) { add(job.id) }
        }
    }
}
