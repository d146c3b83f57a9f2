import Inference
import OpenClawHost

/// One run of a command that looks at pictures or clips.
struct DescriptionJob: Sendable {
    private let context: CommandContext
    private let capability: String
    private let kind: Modality
    private let style: AnswerStyle
    private let options: DescribeOptions
    private let settings: UnderstandingSettings
    private let installation: Installation
    private let wish: UnderstandingLimits

    init(
        _ capability: String, _ kind: Modality, _ options: DescribeOptions, _ transport: TransportOptions,
        _ style: AnswerStyle, _ context: CommandContext
    ) throws {
        self.context = context
        self.capability = capability
        self.kind = kind
        self.options = options
        self.style = style
        wish = options.wish(transport)
        installation = try context.installation()
        settings = UnderstandingSettings(kind, settings: installation.accounts.settings)
    }

    /// Describes the one file of a command.
    static func run(
        _ kind: Modality, _ input: DescribedInput, _ options: DescribeOptions, _ transport: TransportOptions,
        _ display: AnswerOptions
    ) async throws {
        let context = CommandContext.current
        let style = AnswerStyle(display, limitAdvice: nil)
        let job = try DescriptionJob("\(kind).describe", kind, options, transport, style, context)
        try await context.untilInterrupted { try await job.run(input.name) }
    }

    /// Describes one file while a person watches.
    ///
    /// - Throws: `CommandFailure` when the failure is part of the JSON that was printed, else the failure itself.
    func run(_ name: String) async throws {
        let books = context.usageRecorder(of: installation)
        defer { books?.settle() }
        var display = AnswerDisplay(style: style, context: context)
        var file = DescribedFile(name: name)
        do {
            let choices = try choices(books)
            file.description = try await describe(name, by: choices, describer(books), into: &file.outcome) {
                try display.show($0)
            }
            try display.finish(file.outcome, as: envelope([file]))
            noteCut(file)
        } catch {
            try display.fail(file.outcome, because: error) { envelope([file], $0) }
        }
    }

    /// Describes several files, some at a time, and shows them in their order; the failure of one leaves the others alone.
    func run(all names: [String]) async throws {
        let books = context.usageRecorder(of: installation)
        defer { books?.settle() }
        var files: [DescribedFile] = []
        do {
            let choices = try choices(books)
            try await describe(names, by: choices, describer(books), into: &files)
        } catch {
            let isOver = Task.isCancelled || error is CancellationError
            let interruption = InferenceError(.cancelled, "interrupted; what was described before is complete")
            guard let failure = isOver ? interruption : error as? InferenceError, style.isJSON else { throw error }
            let report = ErrorReport(failure)
            try context.showError(envelope(files, report))
            throw CommandFailure(report.exit)
        }
        let failures = files.compactMap(\.error)
        var report: ErrorReport?
        if let first = failures.first {
            var error = first
            if names.count > 1 {
                error.message = "\(failures.count) of \(names.count) failed; the first: \(first.message)"
            }
            report = ErrorReport(error)
            // Different reasons have no code in common.
            if Set(failures.map { ErrorReport($0).exit }).count > 1 { report?.exit = .failure }
        }
        if style.isJSON { try context.show(json: envelope(files, report)) }
        if let report { throw CommandFailure(report.exit) }
    }

    private func envelope(_ files: [DescribedFile], _ error: ErrorReport? = nil) -> JSONValue {
        DescriptionEnvelope(capability: capability, kind: kind, files: files, error: error).json
    }

    private func choices(_ books: UsageRecorder?) throws(InferenceError) -> [UnderstandingChoice] {
        for note in settings.notes { context.note(note) }
        let desk = UnderstandingDesk(installation, settings: settings, runner: runner(nil, books), wish: wish)
        return try desk.choices(named: options.model)
    }

    private func runner(_ seconds: Double?, _ books: UsageRecorder?) -> ChatRunner {
        context.chatRunner(
            of: installation, deadlines: Deadlines(total: seconds.map { .seconds($0) }), books: books,
            purpose: kind == .video ? .videoUnderstanding : .imageUnderstanding)
    }

    private func describer(_ books: UsageRecorder?) -> Describer {
        Describer(
            accounts: installation.accounts, uploads: try? context.uploadTools(of: installation),
            userAgent: context.userAgent, logger: context.makeLogger()
        ) { seconds in runner(seconds, books) }
    }

    private func describe(
        _ name: String, by choices: [UnderstandingChoice], _ describer: Describer, into outcome: inout ChatOutcome,
        observe: (ChatObservation) async throws -> Void
    ) async throws -> Description {
        let input = try GenerationInput(
            written: name, kind: kind, role: nil, workingDirectory: context.workingDirectory)
        let notes = UploadNotes(context)
        let description = try await describer.describe(
            input, by: choices, into: &outcome, uploading: { notes.hear($0) }, observe: observe)
        do throws(InferenceError) { try outcome.requireAnswer() } catch {
            var error = error
            error.message = "no description returned for \(kind): \(name); \(error.message)"
            // It speaks of options that are not here.
            error.hint = nil
            throw error
        }
        return description
    }

    private func describe(
        _ names: [String], by choices: [UnderstandingChoice], _ describer: Describer, into files: inout [DescribedFile]
    ) async throws {
        var found = [DescribedFile?](repeating: nil, count: names.count)
        defer { files = found.compactMap(\.self) }
        var shown = 0
        try await withThrowingTaskGroup(of: (Int, DescribedFile).self) { group in
            var waiting = names.indices.makeIterator()
            func start() {
                guard let index = waiting.next() else { return }
                group.addTask { (index, try await one(names[index], by: choices, describer)) }
            }
            for _ in 0..<settings.concurrency { start() }
            while let (index, file) = try await group.next() {
                start()
                found[index] = file
                while shown < names.count, let file = found[shown] {
                    try show(file, isFirst: shown == 0)
                    shown += 1
                }
            }
        }
    }

    /// - Throws: only what ends the whole run.
    private func one(
        _ name: String, by choices: [UnderstandingChoice], _ describer: Describer
    ) async throws -> DescribedFile {
        var file = DescribedFile(name: name)
        do {
            file.description = try await describe(name, by: choices, describer, into: &file.outcome) { observation in
                switch observation {
                case .fellBack(let attempt):
                    context.note(
                        "\(name): \(attempt.reference) failed: \(attempt.error?.message ?? "unknown"); trying on")
                case .waiting(let pause):
                    context.note("\(name): waiting \(Int((pause / .seconds(1)).rounded(.up))) s")
                default: break
                }
            }
        } catch let failure as ChatFailure where !Task.isCancelled {
            file.error = failure.error
        } catch let error as InferenceError where !Task.isCancelled {
            file.error = error
        }
        return file
    }

    private func show(_ file: DescribedFile, isFirst: Bool) throws(OutputClosed) {
        if let error = file.error, !style.isJSON {
            context.say("error: \(file.name): \(error.message)")
            if let hint = error.hint { context.say("hint: \(hint)") }
        }
        noteCut(file)
        guard !style.isJSON, let description = file.description else { return }
        let text = context.output.isTerminal ? TerminalText.safe(description.text) : description.text
        try context.print((isFirst ? "" : "\n") + "\(file.name):\n\(text)")
    }

    private func noteCut(_ file: DescribedFile) {
        guard let limit = file.description?.cutAt else { return }
        context.note(
            "\(file.name): cut after \(limit) characters; --max-chars or tools.media.\(kind).maxChars allows more")
    }
}
