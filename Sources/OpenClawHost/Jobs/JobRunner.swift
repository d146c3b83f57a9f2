package import Inference

/// Drives jobs: asks once, finds again what was asked, waits, and brings the results home. Whatever happens in between, the
/// next driver goes on from the store.
package struct JobRunner: Sendable {
    let store: any JobStore
    let locks: JobLocks
    let routes: GenerationRoutes
    let transport: any HTTPTransport
    /// For models that listen on sockets; `nil` where nothing opens any.
    let sockets: (any SocketTransport)?
    let fetcher: ResultFetcher
    let services: JobServices
    let timing: JobTiming
    /// Where results go that nobody named a place for.
    let mediaDirectory: String
    let usage: UsageRecorder?

    package init(
        store: any JobStore, locks: JobLocks, routes: GenerationRoutes, transport: any HTTPTransport,
        sockets: (any SocketTransport)? = nil,
        fetcher: ResultFetcher, services: JobServices, timing: JobTiming = JobTiming(), mediaDirectory: String,
        usage: UsageRecorder?
    ) {
        self.store = store
        self.locks = locks
        self.routes = routes
        self.transport = transport
        self.sockets = sockets
        self.fetcher = fetcher
        self.services = services
        self.timing = timing
        self.mediaDirectory = mediaDirectory
        self.usage = usage
    }

    /// Keeps a new job.
    package func add(_ job: Job) throws(InferenceError) { try store.insert(job) }

    /// Drives a job until nothing more happens by itself. While another process drives it, its progress is told.
    ///
    /// - Parameter asksAgain: whether a job of which nobody can say whether it was begun is asked for once more, which
    ///   may be paid twice.
    /// - Parameter untilKnown: whether it is enough that the service has it.
    /// - Throws: when the job cannot go on for now; it stays as it is and may be driven again. Also `CancellationError`.
    package func drive(
        _ id: String, asksAgain: Bool = false, untilKnown: Bool = false, observe: @escaping @Sendable (JobEvent) -> Void
    ) async throws -> Job {
        var isFollowing = false
        var last: JobState?
        while true {
            var job = try found(id)
            if job.state.isFinal, job.state != .unresolved { return job }
            if untilKnown, job.task != nil { return job }
            if let hold = try held(job.id) {
                job = try found(job.id)
                if job.state == .unresolved { try reopen(&job, asksAgain: asksAgain) }
                observe(.changed(job))
                var drive = JobDrive(runner: self, job: job, observe: observe)
                do {
                    job = try await drive.run(untilKnown: untilKnown)
                } catch {
                    try? drive.abandon(because: error)
                    throw error
                }
                if job.state.isFinal, job.state != .unresolved { hold.discard() }
                return job
            }
            if !isFollowing { observe(.followed) }
            if job.state != last { observe(.changed(job)) }
            (isFollowing, last) = (true, job.state)
            try await services.wait(.seconds(1))
        }
    }

    /// Asks the service to leave a job alone, and ends it.
    package func cancel(_ id: String) async throws -> Job {
        var job = try found(id)
        guard !job.state.isFinal else { return job }
        if let task = job.task {
            try await JobDrive(runner: self, job: job) { _ in }.cancel(task)
        } else if job.state != .prepared {
            throw InferenceError(
                .unsupported, "job \(job.id) was sent and its task is not known yet",
                hint: "openclaw jobs resume \(job.id)")
        }
        guard let hold = try held(job.id) else { return try found(id) }
        job = try found(id)
        guard !job.state.isFinal else { return job }
        job.end(.cancelled, InferenceError(.cancelled, "cancelled by the user"))
        try save(&job)
        hold.discard()
        return job
    }

    /// Whether a job ended before anything was asked for.
    package func isAbandoned(_ id: String) -> Bool {
        guard let job = try? store.job(id) else { return false }
        return job.state.isFinal && job.task == nil && job.results == nil
    }

    func found(_ id: String) throws(InferenceError) -> Job {
        if let job = try store.job(id) { return job }
        throw InferenceError(.invalidConfiguration, "there is no job \(id)", hint: "openclaw jobs list")
    }

    func save(_ job: inout Job) throws(InferenceError) {
        job.updatedAt = services.now()
        try store.save(job)
    }

    private func held(_ id: String) throws(InferenceError) -> JobHold? {
        do throws(FileError) { return try locks.hold(id) } catch { throw error.inferenceError }
    }

    private func reopen(_ job: inout Job, asksAgain: Bool) throws(InferenceError) {
        job.state = asksAgain ? .prepared : .submitting
        job.failure = nil
        if asksAgain { job.submissions = 0 }
        try save(&job)
    }
}
