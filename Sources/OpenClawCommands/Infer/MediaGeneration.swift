import Inference
import OpenClawHost

/// One run of a command that makes pictures or clips.
struct MediaGeneration: Sendable {
    private let context: CommandContext
    private let capability: String
    private let options: MediaJobOptions
    private let previews: Bool
    private let installation: Installation
    private let prepared: [PreparedGeneration]

    /// - Throws: why it cannot be asked for; nothing was sent.
    init(
        _ context: CommandContext, capability: String, wish: GenerationRequest, model: String?,
        options: MediaJobOptions, previews: Bool = false
    ) throws {
        self.context = context
        self.capability = capability
        self.options = options
        self.previews = previews && !options.json
        installation = try context.installation()
        let selector = GenerationSelector(
            registry: installation.registry, selector: installation.selector,
            settings: installation.accounts.settings)
        let desk = GenerationDesk(selector: selector, routes: context.generationRoutes(of: installation))
        prepared = try desk.prepare(wish, named: model)
    }

    func run() async throws {
        let books = context.usageRecorder(of: installation)
        defer { books?.settle() }
        let runner = try context.jobRunner(of: installation, books: books)
        let wait = JobWait(
            context, runner: runner, isJSON: options.json, milliseconds: options.timeoutMilliseconds)
        var attempts: [MediaEnvelope.Attempt] = []
        for (index, generation) in prepared.enumerated() {
            announce(generation)
            if options.dryRun { return try show(MediaEnvelope(capability, generation, attempts: attempts)) }
            try MediaPrice(context, installation, options).confirm(generation.plan.cost)
            let job = try await make(generation, runner, wait)
            let isLast = index == prepared.count - 1
            if let failure = job.failure?.error, !isLast, MediaDesk.mayFallBack(job, failure) {
                attempts.append(MediaEnvelope.Attempt(reference: generation.reference, error: failure))
                context.note("\(generation.reference) failed: \(failure.message); trying on")
                continue
            }
            return try finish(job, generation, attempts)
        }
    }

    private func make(_ generation: PreparedGeneration, _ runner: JobRunner, _ wait: JobWait) async throws -> Job {
        let output = options.output.map { FilePathText.join(context.workingDirectory, $0) }
        let job = generation.job(id: JobID.make(context.random), output: output, at: context.now())
        try runner.add(job)
        return try await wait.drive(job.id, detaches: options.detach)
    }

    /// Says what is about to be asked for.
    private func announce(_ generation: PreparedGeneration) {
        let plan = generation.plan
        for warning in generation.warnings { context.warn(warning) }
        for change in plan.normalizations {
            let reason = change.derivedFrom.map { " (from \($0))" } ?? ""
            context.note("\(change.name): \(change.applied) instead of \(change.requested)\(reason)")
        }
        for ignored in plan.ignored { context.warn("\(generation.reference) has no \(ignored.name); it is left out") }
        guard !options.json else { return }
        let price = generation.route.isIncluded ? "included in the plan" : plan.cost.map { "about \($0.text)" }
        context.note("\(generation.reference) on \(generation.route.endpoint.label), \(price ?? "price not published")")
    }

    private func finish(
        _ job: Job, _ generation: PreparedGeneration, _ attempts: [MediaEnvelope.Attempt]
    ) throws {
        let envelope = MediaEnvelope(capability, generation, attempts: attempts, job: job)
        if let failure = job.failure?.error {
            guard options.json else { throw failure }
            try context.showError(envelope.json)
            throw CommandFailure(ErrorReport(failure).exit)
        }
        try show(envelope)
        if previews { try MediaPreview(context).show(job) }
        if !job.state.isFinal { context.note("job \(job.id) goes on; fetch it with 'openclaw jobs wait \(job.id)'") }
    }

    private func show(_ envelope: MediaEnvelope) throws {
        try context.show(envelope, as: options.json ? .json : .text)
    }
}
