import Inference
import OpenClawHost

/// One run of the command that writes a recording down.
struct Transcription: Sendable {
    private let context: CommandContext
    private let options: MediaJobOptions
    private let source: String
    private let writing: TranscriptOutput
    private let installation: Installation
    private let ways: [PreparedTranscription]

    /// - Throws: why it cannot be asked for; nothing was sent.
    init(
        _ context: CommandContext, _ request: TranscriptionRequest, source: String, model: String?,
        writing: TranscriptOutput, options: MediaJobOptions
    ) throws {
        self.context = context
        self.options = options
        self.source = source
        self.writing = writing
        installation = try context.installation()
        ways = try TranscriptionDesk(
            selector: installation.selector, routes: context.generationRoutes(of: installation)
        ).prepareAll(request, named: model)
    }

    func run() async throws {
        let books = context.usageRecorder(of: installation)
        defer { books?.settle() }
        let runner = try context.jobRunner(of: installation, books: books)
        let wait = JobWait(context, runner: runner, isJSON: options.json, milliseconds: options.timeoutMilliseconds)
        var attempts: [MediaEnvelope.Attempt] = []
        for (index, way) in ways.enumerated() {
            announce(way)
            if options.dryRun { return try show(nil, of: way, attempts) }
            try MediaPrice(context, installation, options).confirm(way.plan.cost)
            let output = options.output.map { FilePathText.join(context.workingDirectory, $0) }
            let job = way.job(id: JobID.make(context.random), output: output, as: writing, at: context.now())
            try runner.add(job)
            let ended = try await wait.drive(job.id, detaches: options.detach)
            if let failure = ended.failure?.error, index < ways.count - 1, MediaDesk.mayFallBack(ended, failure) {
                attempts.append(MediaEnvelope.Attempt(reference: way.reference, error: failure))
                context.note("\(way.reference) failed: \(failure.message); trying on")
                continue
            }
            return try finish(ended, way, attempts)
        }
    }

    private func finish(
        _ job: Job, _ way: PreparedTranscription, _ attempts: [MediaEnvelope.Attempt]
    ) throws {
        if let failure = job.failure?.error {
            guard options.json else { throw failure }
            try context.showError(envelope(job, of: way, attempts).json)
            throw CommandFailure(ErrorReport(failure).exit)
        }
        try show(job, of: way, attempts)
        guard !job.state.isFinal else { return }
        context.note("job \(job.id) goes on; fetch it with 'openclaw jobs wait \(job.id)'")
    }

    /// Without a place for it, the transcript itself is the data.
    private func show(
        _ job: Job?, of way: PreparedTranscription, _ attempts: [MediaEnvelope.Attempt]
    ) throws {
        let envelope = try envelope(job, of: way, attempts)
        guard !options.json, options.output == nil, let file = job?.files.first else {
            return try context.show(envelope, as: options.json ? .json : .text)
        }
        do {
            guard let bytes = try FileContents.read(file.path, limit: 512 << 20) else {
                throw FileError("read", file.path)
            }
            try context.output.write(String(decoding: bytes, as: UTF8.self))
        } catch let error as FileError {
            throw error.inferenceError
        }
    }

    private func envelope(
        _ job: Job?, of way: PreparedTranscription, _ attempts: [MediaEnvelope.Attempt]
    ) throws -> TranscriptionEnvelope {
        let transcript = job?.state == .succeeded ? try job.map { try StoredTranscript.document(of: $0) } : nil
        return TranscriptionEnvelope(
            way, attempts: attempts, source: source, format: writing.format, job: job, transcript: transcript)
    }

    /// Says what is about to be asked for.
    private func announce(_ prepared: PreparedTranscription) {
        let plan = prepared.plan
        for warning in prepared.warnings { context.warn(warning) }
        for ignored in plan.ignored { context.warn("\(prepared.reference) has no \(ignored.name); it is left out") }
        guard !options.json else { return }
        let price = prepared.route.isIncluded ? "included in the plan" : plan.cost.map { "about \($0.text)" }
        let way = plan.isTask ? "as a task" : "at once"
        context.note(
            "\(prepared.reference) on \(prepared.route.endpoint.label) \(way), \(price ?? "price by the length")")
    }
}
