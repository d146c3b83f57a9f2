import Inference
import OpenClawHost

/// One run of the command that has a voice made.
struct VoiceMakingRun: Sendable {
    private let context: CommandContext
    private let installation: Installation
    private let prepared: PreparedVoice
    private let output: String?
    private let isAgreed: Bool
    private let isDry: Bool
    private let isJSON: Bool

    /// - Throws: why it cannot be made; nothing was sent.
    init(_ context: CommandContext, _ request: VoiceRequest, _ command: InferTTSVoicesCreate) throws {
        self.context = context
        (output, isAgreed, isDry, isJSON) = (command.output, command.yes, command.dryRun, command.json)
        installation = try context.installation()
        prepared = try context.voiceDesk(of: installation, books: nil).prepare(request, for: command.model)
    }

    func run() async throws {
        let plan = prepared.plan
        for warning in prepared.warnings { context.warn(warning) }
        for ignored in plan.ignored { context.warn("\(plan.making.maker) has no \(ignored.name); it is left out") }
        if !isJSON {
            let price = prepared.isIncluded ? "included in the plan" : plan.cost.map { "about \($0.text)" }
            context.note(
                "\(plan.making.maker) makes it for \(prepared.reference) on \(prepared.endpoint.label), \(price ?? "price not published")"
            )
        }
        if isDry { return try show(NewVoiceView(prepared)) }
        try MediaPrice(context, installation, isAgreed: isAgreed, isJSON: isJSON).confirm(plan.cost)
        let books = context.usageRecorder(of: installation)
        defer { books?.settle() }
        let made = try await context.voiceDesk(of: installation, books: books).make(prepared)
        if let warning = made.voice.warning { context.warn("the service says of the voice: \(warning)") }
        try show(
            NewVoiceView(prepared, made.voice, requestID: made.requestID, preview: try savePreview(of: made.voice)))
    }

    private func savePreview(of voice: OwnVoice) throws -> String? {
        guard let sound = voice.preview else { return nil }
        let folder = FilePathText.join(installation.locations.stateDirectory, "media/generated")
        let target =
            output.map { FilePathText.join(context.workingDirectory, $0) }
            ?? FilePathText.join(folder, "\(voice.name).wav")
        let path = SoundFileWriter.path(target, .wav)
        do throws(FileError) { try AtomicFile(path, mode: 0o644).replace(with: sound) } catch {
            throw error.inferenceError
        }
        return path
    }

    private func show(_ view: NewVoiceView) throws { try context.show(view, as: isJSON ? .json : .text) }
}

/// A voice that was made, or could be.
struct NewVoiceView: Renderable {
    private let prepared: PreparedVoice
    private let voice: OwnVoice?
    private let requestID: String?
    private let preview: String?

    init(_ prepared: PreparedVoice, _ voice: OwnVoice? = nil, requestID: String? = nil, preview: String? = nil) {
        self.prepared = prepared
        self.voice = voice
        self.requestID = requestID
        self.preview = preview
    }

    var json: JSONValue {
        let plan = prepared.plan
        return .members { object in
            EnvelopeHead(
                capability: "tts.voices.create", reference: prepared.reference, endpoint: prepared.endpoint.id
            ).write(true, into: &object)
            object["maker"] = .string(plan.making.maker.rawValue)
            object["voice"] = .text(voice?.name)
            object["status"] = voice?.status.map { .string($0) }
            object["preview"] = .text(preview)
            object["requestId"] = requestID.map { .string($0) }
            object["estimate"] = plan.cost?.json ?? .null
            object["cost"] = (voice == nil || prepared.isIncluded ? nil : plan.cost?.json) ?? .null
            EnvelopeHead.write(plan.ignored, warnings: prepared.warnings, into: &object)
        }
    }

    var plain: [String] { voice.map { [$0.name] } ?? [] }

    var text: [String] {
        guard let voice else { return ["a voice for \(prepared.reference)"] }
        let status = voice.status.map { " (\($0))" } ?? ""
        return ["voice: \(voice.name)\(status)", "model: \(prepared.reference)"]
            + (preview.map { ["sound: \($0)"] } ?? [])
    }
}

extension CommandContext {
    /// What makes voices for an installation.
    func voiceDesk(of installation: Installation, books: UsageRecorder?) -> VoiceDesk {
        VoiceDesk(
            selector: installation.selector, routes: generationRoutes(of: installation),
            transport: makeTransport(installation.settings.environment.values), usage: books,
            services: JobServices(now: now, random: random),
            known: KnownVoices(stateDirectory: installation.locations.stateDirectory))
    }
}
