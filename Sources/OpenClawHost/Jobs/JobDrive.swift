import HTTPTypes
import Inference

/// One job in the hands of its driver, from state to state.
struct JobDrive {
    let runner: JobRunner
    var job: Job
    let observe: @Sendable (JobEvent) -> Void

    var services: JobServices { runner.services }
    var timing: JobTiming { runner.timing }

    init(runner: JobRunner, job: Job, observe: @escaping @Sendable (JobEvent) -> Void) {
        self.runner = runner
        self.job = job
        self.observe = observe
    }

    mutating func run(untilKnown: Bool) async throws -> Job {
        while !job.state.isFinal, !(untilKnown && job.task != nil) {
            try Task.checkCancellation()
            switch job.state {
            case .prepared: try await submit()
            // The lock is ours, so whoever asked for it is gone, or has lost the answer.
            case .submitting: try await resolve()
            case .waiting, .running: try await watch()
            case .fetching: try await fetch()
            case .succeeded, .failed, .cancelled, .expired, .unresolved: break
            }
        }
        return job
    }

    /// Ends a job that could not be asked for: whoever is told so asks anew, and must not find it asked for later as well.
    mutating func abandon(because error: any Error) throws(InferenceError) {
        guard job.state == .prepared else { return }
        let cause = error as? InferenceError ?? InferenceError(.cancelled, "stopped before anything was sent")
        try advance { $0.end(cause.code == .cancelled ? .cancelled : .failed, cause) }
    }

    /// Writes the job down and tells of it.
    mutating func advance(_ change: (inout Job) -> Void) throws(InferenceError) {
        var next = job
        change(&next)
        try runner.save(&next)
        job = next
        observe(.changed(job))
    }

    /// The way to the service that has the job.
    func route() throws(InferenceError) -> GenerationRoute { try runner.routes.route(for: job) }

    /// Carries one request and reads the whole answer, which is short.
    func exchange(
        _ request: HTTPExchangeRequest, deadlines: Deadlines
    ) async throws(InferenceError) -> (HTTPResponse, [UInt8]) {
        let response = try await runner.transport.send(request, deadlines: deadlines)
        let limit = ContinuousClock.now + .seconds(60)
        return (response.head, try await response.body.collect(upTo: 4 << 20, before: limit))
    }

    func pause(_ seconds: Double) async throws {
        guard seconds > 0 else { return }
        try await services.wait(.milliseconds(Int64((seconds * 1000).rounded(.up))))
    }

    /// Writes the end of the job into the ledger, once.
    func book(_ outcome: UsageOutcome, on route: GenerationRoute) {
        guard let usage = runner.usage else { return }
        let cost: UsageCost =
            switch (outcome, job.cost) {
            case (.ok, let cost?): route.isIncluded ? .included : .amount(cost.amount, currency: cost.currency)
            case (.ok, nil): route.isIncluded ? .included : .unknown
            default: .nothing
            }
        let milliseconds = Int(((services.now() - (job.submittedAt ?? job.createdAt)) * 1000).rounded())
        usage.record(route.subject(of: job)) { fingerprint in
            UsageRecord(
                time: job.submittedAt ?? job.createdAt, callID: job.id,
                requestID: job.task?.requestID ?? job.results?.requestID, provider: job.provider, model: job.model,
                endpoint: job.endpoint, plan: route.endpoint.plan, credential: fingerprint, virtualKey: job.owner,
                isAccepted: outcome == .ok, total: max(0, milliseconds), outcome: outcome, cost: cost)
        }
    }
}
