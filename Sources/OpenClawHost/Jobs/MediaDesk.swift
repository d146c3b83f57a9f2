package import Inference
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Takes the generations of a gateway's clients, for one snapshot of the configuration. They are jobs like those of the command
/// line: written down before they are asked for, visible to whoever made them, and going on when nobody waits.
package struct MediaDesk: Sendable {
    /// What became of a wish.
    package struct Made: Sendable {
        package var job: Job
        package var generation: PreparedGeneration
        /// How many models were asked.
        package var attempts: Int
    }

    private let desk: GenerationDesk
    private let fleet: JobFleet
    /// What nobody may spend on one wish without being asked; `nil` when the owner has set nothing.
    private let limit: Decimal?

    package init(
        selector: GenerationSelector, routes: GenerationRoutes, fleet: JobFleet, settings: SettingsView
    ) {
        desk = GenerationDesk(selector: selector, routes: routes)
        self.fleet = fleet
        limit = settings.value(["agents", "defaults", "mediaConfirmAbove"])?.double.map { Decimal($0) }
    }

    private var runner: JobRunner { fleet.runner }

    /// What a wish would be, with nothing written down and nothing sent.
    ///
    /// - Throws: why no model can do it, or why this client may not ask.
    package func prepare(
        _ request: GenerationRequest, named name: String?, for client: MediaClient
    ) throws(InferenceError) -> [PreparedGeneration] {
        let name = name.flatMap { ChatDesk.defaultNames.contains($0) ? nil : $0 }
        if let name { try ChatDesk.check(name) }
        let prepared = try desk.prepare(request, named: name)
        try client.permit(prepared[0].reference.description)
        return prepared
    }

    /// Makes something: with the next model when one refuses before it has begun.
    ///
    /// - Parameters:
    ///   - transcript: how it is written down, when it is said.
    ///   - mark: by which a request that was made before is known; its job is waited for instead of another one.
    ///   - milestone: how long to wait for it.
    ///   - patience: after which the job is given as it is.
    /// - Throws: why it failed, or why it was never begun.
    package func make(
        _ prepared: [PreparedGeneration], as transcript: TranscriptOutput? = nil, for client: MediaClient,
        mark: RequestMark? = nil, until milestone: JobMilestone, patience: Duration? = nil
    ) async throws -> Made {
        for (index, generation) in prepared.enumerated() {
            let begun = try begin(generation, transcript, mark, for: client)
            let job = try await wait(for: begun.id, until: milestone, patience)
            let made = Made(job: job, generation: generation, attempts: index + 1)
            guard let failure = job.failure?.error else { return made }
            guard index < prepared.count - 1, Self.mayFallBack(job, failure) else {
                throw MediaFailure(error: failure, made: made)
            }
        }
        throw InferenceError(.invalidRequest, "expected at least one model")
    }

    /// The mark of a client's request.
    package func mark(
        _ parts: [[UInt8]], files: [String], validity: Double?
    ) throws(InferenceError) -> RequestMark {
        try RequestMark(parts, files: files, validity: validity, digest: runner.store.makeDigest())
    }

    /// The job of a request that comes again, unless it has failed.
    private func earlier(
        _ mark: RequestMark?, of kind: Modality, for client: MediaClient
    ) throws(InferenceError) -> Job? {
        guard let mark, let validity = mark.validity else { return nil }
        let now = runner.services.now()
        return try runner.store.jobs(JobQuery(owner: client.name, kind: kind)).first { job in
            job.mark == mark.digest && job.owner == client.name && now - job.createdAt < validity
                && job.state != .failed
        }
    }

    /// A job of a client; `nil` when it has none of that id, whoever else has.
    package func job(_ id: String, of kind: Modality, for client: MediaClient) throws(InferenceError) -> Job? {
        guard let job = try runner.store.job(id), job.id == id, job.kind == kind, client.owns(job) else { return nil }
        return job
    }

    /// The jobs of a client.
    package func jobs(_ query: JobQuery, for client: MediaClient) throws(InferenceError) -> [Job] {
        var query = query
        query.owner = client.name
        return try runner.store.jobs(query)
    }

    /// Forgets a job and removes its files. One that the service has not begun is given up first.
    ///
    /// - Throws: while the service works on it.
    package func remove(_ job: Job) async throws {
        var job = job
        if !job.state.isFinal {
            do { job = try await runner.cancel(job.id) } catch let error as InferenceError
                where error.code == .unsupported
            {
                job = try runner.found(job.id)
            }
        }
        guard job.state.isFinal else {
            throw InferenceError(
                "conflict", "job \(job.id) is being made and cannot be stopped; expected one that has ended",
                status: 409)
        }
        for file in job.files {
            try? FileManager.default.removeItem(atPath: file.path)
            try? FileManager.default.removeItem(atPath: file.path + ".json")
        }
        try runner.store.remove(job.id, now: runner.services.now())
    }

    private func wait(for id: String, until milestone: JobMilestone, _ patience: Duration?) async throws -> Job {
        guard let patience else { return try await fleet.drive(id, until: milestone) }
        return try await withThrowingTaskGroup(of: Job?.self) { group in
            group.addTask { [fleet] in try await fleet.drive(id, until: milestone) }
            group.addTask {
                try await Task.sleep(for: patience)
                return nil
            }
            defer { group.cancelAll() }
            let first = try await group.next()
            return try (first ?? nil) ?? runner.found(id)
        }
    }

    /// The job of a request that comes again, or a new one when its client has the money for it and for all that it has open.
    /// One after the other: two of the same request that come at once would both be new.
    private func begin(
        _ generation: PreparedGeneration, _ transcript: TranscriptOutput?, _ mark: RequestMark?, for client: MediaClient
    ) throws(InferenceError) -> Job {
        try fleet.counting.withLock { _ throws(InferenceError) in
            if let earlier = try earlier(mark, of: generation.plan.kind, for: client) { return earlier }
            var job = generation.job(
                id: JobID.make(runner.services.random), output: nil, owner: client.name, at: runner.services.now())
            job.transcript = transcript
            job.mark = mark?.digest
            try fleet.folder.claim(&job)
            do throws(InferenceError) {
                if !generation.route.isIncluded { try admit(generation.plan.cost, for: client) }
                try runner.add(job)
            } catch {
                fleet.folder.abandon(job)
                throw error
            }
            return job
        }
    }

    /// Whether a client has the money for something, and for all that it has open.
    package func admit(_ cost: CostEstimate?, for client: MediaClient) throws(InferenceError) {
        try client.afford(try openCosts(of: client) + (cost.map { [$0] } ?? []))
        try checkLimit(cost)
    }

    private func openCosts(of client: MediaClient) throws(InferenceError) -> [CostEstimate] {
        guard let name = client.name else { return [] }
        let states = JobState.allCases.filter { !$0.isFinal }
        return try runner.store.jobs(JobQuery(states: states, owner: name)).filter { !$0.isBooked }
            .compactMap(\.plan.cost)
    }

    private func checkLimit(_ cost: CostEstimate?) throws(InferenceError) {
        guard let limit, let cost, cost.amount > limit else { return }
        throw InferenceError(
            .budgetExceeded,
            "it costs about \(cost.amount) \(cost.currency), which is above agents.defaults.mediaConfirmAbove",
            hint: "openclaw config set agents.defaults.mediaConfirmAbove \(cost.amount)")
    }

    /// Only what was never begun is asked of another model.
    package static func mayFallBack(_ job: Job, _ failure: InferenceError) -> Bool {
        job.state == .failed && job.task == nil && passingOn.contains(failure.code)
    }

    /// What another model, or another account, may not suffer from.
    static let passingOn: Set<InferenceError.Code> = [
        .modelNotFound, .unsupported, .quotaExhausted, .permissionDenied, .unauthenticated, .rateLimited, .unavailable,
    ]
}

/// A wish that came to nothing, with what was asked for it.
package struct MediaFailure: Error {
    package var error: InferenceError
    package var made: MediaDesk.Made
}
