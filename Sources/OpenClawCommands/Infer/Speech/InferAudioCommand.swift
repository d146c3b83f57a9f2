package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw infer audio`: recordings.
package struct InferAudioCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "audio",
        abstract: "Write recordings down, as text or subtitles.",
        discussion: """
            Examples:
              openclaw infer audio transcribe talk.mp3
              openclaw infer audio transcribe talk.mp4 --output talk.srt
            """,
        subcommands: [InferAudioTranscribe.self, InferAudioProviders.self])

    package init() {}
}

/// `openclaw infer audio transcribe`
package struct InferAudioTranscribe: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "transcribe",
        abstract: "Write a recording down.",
        discussion: """
            Short recordings are answered at once; long ones, subtitles and speakers need a model that works on a task. \
            Without --model, the first model is used that can. Every transcription is a job: Ctrl-C leaves it to go on, and \
            'openclaw jobs wait' comes back to it.

            Examples:
              openclaw infer audio transcribe talk.mp3
              openclaw infer audio transcribe talk.mp4 --output talk.srt
              openclaw infer audio transcribe meeting.wav --diarize --format json
              openclaw infer audio transcribe https://example.com/talk.mp3 --language en --detach
            """)

    @Argument(help: "The recording: a file of a sound or a clip, or an address.")
    package var recording: String?

    @Option(help: ArgumentHelp("The recording, as an option.", valueName: "path"))
    package var file: String?

    @Option(help: ArgumentHelp("The model; without it the first that can.", valueName: "provider/model"))
    package var model: String?

    @Option(help: ArgumentHelp("The language that is spoken, such as en.", valueName: "code"))
    package var language: String?

    @Option(help: "Names and words that occur, where the model takes them.")
    package var prompt: String?

    @Option(help: "text, json, srt or vtt; without it the ending of --output says it, and text is usual.")
    package var format: String?

    @Flag(help: "Tell speakers apart.")
    package var diarize = false

    @Option(help: ArgumentHelp("How many speakers there are.", valueName: "count"))
    package var speakers: Int?

    @Flag(help: "Give the times of words, with --format json.")
    package var words = false

    @Option(help: ArgumentHelp("Columns of a line of subtitles; 42 is usual.", valueName: "columns"))
    package var lineLength: Int?

    @Option(
        name: .customLong("param"),
        help: ArgumentHelp("A parameter of the model's own (repeatable).", valueName: "name=value"))
    package var parameters: [String] = []

    @OptionGroup(title: "Job") package var job: MediaJobOptions

    package init() {}

    package func validate() throws {
        switch (recording, file) {
        case (nil, nil): throw ValidationError("the recording is missing; expected a file or an address")
        case (_?, _?): throw ValidationError("the recording comes from an argument and --file; give it once")
        default: break
        }
        if let format, TranscriptFormat(rawValue: format) == nil {
            throw ValidationError("--format does not take '\(format)'; expected text, json, srt or vtt")
        }
        if let lineLength, lineLength < 10 { throw ValidationError("--line-length must be at least 10") }
        if let speakers, speakers < 2 { throw ValidationError("--speakers must be at least 2") }
        for text in parameters where !(text.firstIndex(of: "=").map { $0 > text.startIndex } ?? false) {
            throw ValidationError("--param does not take '\(text)'; expected name=value")
        }
    }

    package func run() async throws {
        let context = CommandContext.current
        let source = recording ?? file ?? ""
        let input = try GenerationInput(recording: source, workingDirectory: context.workingDirectory)
        let request = TranscriptionRequest(
            input: input, language: language, prompt: prompt, format: wantedFormat, wantsWords: words,
            wantsSpeakers: diarize, speakers: speakers, options: OwnParameters.read(parameters))
        let transcription = try Transcription(
            context, request, source: source, model: model,
            writing: TranscriptOutput(wantedFormat, lineLength: lineLength), options: job)
        try await context.untilInterrupted { try await transcription.run() }
    }

    private var wantedFormat: TranscriptFormat {
        if let format { return TranscriptFormat(rawValue: format) ?? .text }
        guard let output = job.output, let dot = output.lastIndex(of: ".") else { return .text }
        return TranscriptFormat(ending: String(output[output.index(after: dot)...])) ?? .text
    }
}

/// `openclaw infer audio providers`
package struct InferAudioProviders: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "providers", abstract: "List who writes recordings down, with their models.",
        discussion: """
            Example:
              openclaw infer audio providers --json
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        try context.show(SpeechProvidersView(.transcription, of: try context.installation()), as: output.format)
    }
}
