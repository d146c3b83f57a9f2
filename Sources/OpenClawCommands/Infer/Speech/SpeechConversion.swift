import Inference
package import OpenClawHost

/// One run of the command that speaks: by the first model, or by the next one that the user configured when the service
/// refuses.
struct SpeechConversion: Sendable {
    private let context: CommandContext
    private let options: SpeechResultOptions
    private let installation: Installation
    private let ways: [SpeechWay]

    /// - Throws: why it cannot be spoken, or not be played; nothing was sent.
    init(
        _ context: CommandContext, _ request: SpeechRequest, model: String?, options: SpeechResultOptions
    ) throws {
        self.context = context
        self.options = options
        let installation = try context.installation()
        self.installation = installation
        let id = JobID.make(context.random)
        ways = try SpeechDesk(
            selector: installation.selector, routes: context.generationRoutes(of: installation),
            voices: KnownVoices(stateDirectory: installation.locations.stateDirectory)
        ).prepareAll(request, named: model).map { prepared in
            try SpeechWay(context, installation, prepared, text: request.text, id: id, options: options)
        }
    }

    func run() async throws {
        let books = context.usageRecorder(of: installation)
        defer { books?.settle() }
        var attempts: [MediaEnvelope.Attempt] = []
        // What began with one model is not begun with another.
        let first = ways.firstIndex(where: \.isBegun) ?? 0
        for (index, way) in ways.enumerated().dropFirst(first) {
            way.announce()
            if options.dryRun { return try show(SpeechEnvelope(way.prepared, attempts: attempts)) }
            try MediaPrice(context, installation, isAgreed: options.yes, isJSON: options.json).confirm(way.cost)
            do {
                let (outcome, file) = try await way.convert(books)
                return try show(SpeechEnvelope(way.prepared, attempts: attempts, outcome: outcome, file: file))
            } catch let error as InferenceError {
                if index < ways.count - 1, SpeechDesk.mayFallBack(error, heard: way.hasHeard) {
                    attempts.append(MediaEnvelope.Attempt(reference: way.prepared.reference, error: error))
                    context.note("\(way.prepared.reference) failed: \(error.message); trying on")
                    continue
                }
                guard options.json else { throw error }
                let report = ErrorReport(error)
                try context.showError(SpeechEnvelope(way.prepared, attempts: attempts, error: report).json)
                throw CommandFailure(report.exit)
            }
        }
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
