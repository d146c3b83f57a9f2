import Inference
package import OpenClawHost

/// One run of the command that speaks.
struct SpeechConversion: Sendable {
    private let context: CommandContext
    private let options: SpeechResultOptions
    private let installation: Installation
    private let prepared: PreparedSpeech
    private let text: String
    private let player: SoundPlayer?
    private let id: String

    /// - Throws: why it cannot be spoken, or not be played; nothing was sent.
    init(
        _ context: CommandContext, _ request: SpeechRequest, model: String?, options: SpeechResultOptions
    ) throws {
        self.context = context
        self.options = options
        text = request.text
        id = JobID.make(context.random)
        installation = try context.installation()
        prepared = try SpeechDesk(
            selector: installation.selector, routes: context.generationRoutes(of: installation)
        ).prepare(request, named: model)
        player =
            options.play
            ? try SoundPlayer(
                for: prepared.plan.format, sampleRate: prepared.plan.sampleRate, environment: context.environment)
            : nil
    }

    func run() async throws {
        announce()
        if options.dryRun { return try show(SpeechEnvelope(prepared)) }
        try MediaPrice(context, installation, isAgreed: options.yes, isJSON: options.json).confirm(prepared.plan.cost)
        let books = context.usageRecorder(of: installation)
        defer { books?.settle() }
        do {
            let (outcome, file) = try await convert(books)
            try show(SpeechEnvelope(prepared, outcome: outcome, file: file))
        } catch let error as InferenceError {
            guard options.json else { throw error }
            let report = ErrorReport(error)
            try context.showError(SpeechEnvelope(prepared, error: report).json)
            throw CommandFailure(report.exit)
        }
    }

    /// Speaks and plays at once; whichever fails ends both, but a player that was closed ends only itself.
    private func convert(_ books: UsageRecorder?) async throws -> (SpeechOutcome, JobFile) {
        let progress = SoundProgress()
        return try await withThrowingTaskGroup(of: (SpeechOutcome, JobFile)?.self) { group in
            group.addTask { try await speak(books, progress) }
            if let player {
                group.addTask {
                    let isWhole = try await player.play(progress) { try await Task.sleep(for: $0) }
                    if !isWhole { context.note("the player ended before the sound did") }
                    return nil
                }
            }
            var result: (SpeechOutcome, JobFile)?
            while let value = try await group.next() { result = value ?? result }
            guard let result else { throw CancellationError() }
            return result
        }
    }

    private func speak(_ books: UsageRecorder?, _ progress: SoundProgress) async throws -> (SpeechOutcome, JobFile) {
        var path: String?
        defer { progress.end(path) }
        let plan = prepared.plan
        let writer = try SoundFileWriter(target, id: id, format: plan.format, sampleRate: plan.sampleRate)
        progress.begin(writer)
        let runner = context.speechRunner(of: installation, books: books)
        let digest = try context.jobStore(of: installation).makeDigest()
        let outcome: SpeechOutcome
        do {
            outcome = try await runner.speak(
                prepared, callID: id, isStreamed: options.stream, deadlines: options.deadlines
            ) { bytes in
                try writer.add(bytes)
                progress.grow(to: writer.byteCount)
            }
        } catch {
            if let part = try? writer.keepPart(digest: digest) {
                context.warn("the speech broke off; what came of it is in \(part.path)")
            }
            throw error
        }
        let file = try writer.finish(digest: digest)
        path = file.path
        try SpeechSidecar(prepared, text: text, outcome: outcome, file: file).write()
        return (outcome, file)
    }

    private var target: String {
        if let output = options.output { return FilePathText.join(context.workingDirectory, output) }
        let folder = FilePathText.join(installation.locations.stateDirectory, "media/generated")
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let stem = words.prefix(6).joined(separator: "-").prefix(48)
        return FilePathText.join(folder, "\(stem.isEmpty ? "speech" : stem)---\(id)")
    }

    /// Says what is about to be asked for.
    private func announce() {
        let plan = prepared.plan
        for warning in prepared.warnings { context.warn(warning) }
        for ignored in plan.ignored { context.warn("\(prepared.reference) has no \(ignored.name); it is left out") }
        guard !options.json else { return }
        let price = prepared.isIncluded ? "included in the plan" : plan.cost.map { "about \($0.text)" }
        let parts = plan.requests.count > 1 ? " in \(plan.requests.count) requests" : ""
        context.note(
            "\(prepared.reference) on \(prepared.endpoint.label), voice \(plan.voice), \(plan.characters) characters\(parts), \(price ?? "price not published")"
        )
    }

    private func show(_ envelope: SpeechEnvelope) throws {
        try context.show(envelope, as: options.json ? .json : .text)
    }
}

extension CommandContext {
    /// What carries speech for an installation.
    package func speechRunner(of installation: Installation, books: UsageRecorder?) -> SpeechRunner {
        let environment = installation.settings.environment.values
        let transport = makeTransport(environment)
        return SpeechRunner(
            transport: transport, sockets: makeSocketTransport(environment),
            fetcher: ResultFetcher(
                guarded: makeGuardedTransport(environment), local: transport, userAgent: userAgent),
            usage: books, services: JobServices(now: now, random: random))
    }
}
