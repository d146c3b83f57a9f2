import Inference
import OpenClawHost

/// One model that speaks a text: into a file, and to the ear where that is wanted.
struct SpeechWay: Sendable {
    let prepared: PreparedSpeech
    private let context: CommandContext
    private let installation: Installation
    private let options: SpeechResultOptions
    private let text: String
    private let id: String
    private let player: SoundPlayer?
    private let progress = SoundProgress()
    /// Where a speech of several requests is until it is complete.
    private let draft: SpeechDraft?
    /// How far it came when it was asked for before.
    private let note: SpeechDraft.Note?

    /// - Throws: why it cannot be played; nothing was sent.
    init(
        _ context: CommandContext, _ installation: Installation, _ prepared: PreparedSpeech, text: String, id: String,
        options: SpeechResultOptions
    ) throws {
        (self.context, self.installation, self.prepared) = (context, installation, prepared)
        (self.options, self.text, self.id) = (options, text, id)
        let plan = prepared.plan
        player =
            options.play
            ? try SoundPlayer(for: plan.format, sampleRate: plan.sampleRate, environment: context.environment) : nil
        guard plan.requests.count > 1 else {
            (draft, note) = (nil, nil)
            return
        }
        let fingerprint = SpeechDraft.fingerprint(
            of: prepared, try context.jobStore(of: installation).makeDigest())
        let draft = SpeechDraft(
            stem: Self.stem(options, context, installation, text), format: plan.format, fingerprint: fingerprint)
        self.draft = draft
        note = draft.note()
    }

    /// Whether a part of it is there from before.
    var isBegun: Bool { note != nil }

    /// Whether any of it is there, so that it is paid.
    var hasHeard: Bool { note != nil || progress.byteCount > 0 }

    /// What is still to be paid.
    var cost: CostEstimate? { prepared.plan.cost(behind: note?.requests ?? 0) }

    /// Says what is about to be asked for.
    func announce() {
        let plan = prepared.plan
        for warning in prepared.warnings { context.warn(warning) }
        for ignored in plan.ignored { context.warn("\(prepared.reference) has no \(ignored.name); it is left out") }
        if let draft, note == nil, draft.isOther, !options.dryRun {
            context.warn("\(draft.soundPath) is what came of another speech; it is replaced")
        }
        guard !options.json else { return }
        let price = prepared.isIncluded ? "included in the plan" : cost.map { "about \($0.text)" }
        var parts = plan.requests.count > 1 ? " in \(plan.requests.count) requests" : ""
        if let note { parts += ", of which \(note.requests) are there already" }
        context.note(
            "\(prepared.reference) on \(prepared.endpoint.label), voice \(plan.voice), \(plan.characters) characters\(parts), \(price ?? "price not published")"
        )
    }

    /// Speaks and plays at once; whichever fails ends both, but a player that was closed ends only itself.
    func convert(_ books: UsageRecorder?) async throws -> (SpeechOutcome, JobFile) {
        try await withThrowingTaskGroup(of: (SpeechOutcome, JobFile)?.self) { group in
            group.addTask { try await speak(books) }
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

    private func speak(_ books: UsageRecorder?) async throws -> (SpeechOutcome, JobFile) {
        var path: String?
        defer { progress.end(path) }
        let plan = prepared.plan
        let writer = try SoundFileWriter(
            target, id: id, format: plan.format, sampleRate: plan.sampleRate, draft: draft, kept: note?.bytes ?? 0)
        if note == nil { draft?.forget() }
        progress.begin(writer)
        progress.grow(to: writer.byteCount)
        let runner = context.speechRunner(of: installation, books: books)
        let digest = try context.jobStore(of: installation).makeDigest()
        var done = note?.requests ?? 0
        let outcome: SpeechOutcome
        do {
            outcome = try await runner.speak(
                prepared, callID: id, isStreamed: options.stream, deadlines: options.deadlines, done: done,
                made: note?.outcome ?? SpeechOutcome(),
                complete: { count, outcome in
                    done = count
                    guard let draft, count < plan.requests.count else { return }
                    try writer.sync()
                    try draft.save(requests: count, outcome)
                },
                hear: { bytes in
                    try writer.add(bytes)
                    progress.grow(to: writer.byteCount)
                })
        } catch {
            if let part = try? writer.keepPart(digest: digest) { explain(part, done: done) }
            throw error
        }
        let file = try writer.finish(digest: digest)
        draft?.forget()
        path = file.path
        try SpeechSidecar(prepared, text: text, outcome: outcome, file: file).write()
        return (outcome, file)
    }

    private func explain(_ part: JobFile, done: Int) {
        let onward =
            done > 0
            ? "; the same command goes on behind request \(done) of \(prepared.plan.requests.count), without paying for those again"
            : ""
        context.warn("the speech broke off; what came of it is in \(part.path)\(onward)")
    }

    private var target: String {
        if let output = options.output { return FilePathText.join(context.workingDirectory, output) }
        return FilePathText.join(Self.folder(of: installation), "\(Self.title(of: text))---\(id)")
    }

    /// Where the draft of the same wish always is.
    private static func stem(
        _ options: SpeechResultOptions, _ context: CommandContext, _ installation: Installation, _ text: String
    ) -> String {
        guard let output = options.output else { return FilePathText.join(folder(of: installation), title(of: text)) }
        let path = SoundFileWriter.path(FilePathText.join(context.workingDirectory, output), .wav)
        return String(path.dropLast(4))
    }

    private static func folder(of installation: Installation) -> String {
        FilePathText.join(installation.locations.stateDirectory, "media/generated")
    }

    private static func title(of text: String) -> String {
        let words = text.lowercased().split { !($0.isASCII && ($0.isLetter || $0.isNumber)) }
        let stem = words.prefix(6).joined(separator: "-").prefix(48)
        return stem.isEmpty ? "speech" : String(stem)
    }
}
