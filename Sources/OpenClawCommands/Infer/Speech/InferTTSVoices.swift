package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw infer tts voices`: what models speak with.
package struct InferTTSVoices: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "voices",
        abstract: "List voices, and make voices of your own.",
        discussion: """
            Examples:
              openclaw infer tts voices
              openclaw infer tts voices --own
              openclaw infer tts voices create narrator --description "A calm, deep voice." --sample "Good evening."
            """,
        subcommands: [InferTTSVoicesList.self, InferTTSVoicesCreate.self, InferTTSVoicesDelete.self],
        defaultSubcommand: InferTTSVoicesList.self)

    package init() {}
}

/// `openclaw infer tts voices list`
package struct InferTTSVoicesList: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the voices of the models that speak.",
        discussion: """
            With --own, the service is asked for the voices that you had made, and they are remembered; without it, nothing \
            is sent.

            Examples:
              openclaw infer tts voices list --model flash
              openclaw infer tts voices list --own --json
            """)

    @Option(help: ArgumentHelp("Only models whose name holds this.", valueName: "model"))
    package var model: String?

    @Flag(help: "Ask the service for voices of your own, and list only these.")
    package var own = false

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let known = KnownVoices(stateDirectory: installation.locations.stateDirectory)
        guard own else {
            let view = try VoicesView(of: installation, model: model, known: known.all)
            return try context.show(view, as: output.format)
        }
        let desk = context.voiceDesk(of: installation, books: nil)
        try await context.untilInterrupted {
            try context.show(OwnVoicesView(try await desk.voices(), model: model), as: output.format)
        }
    }
}

/// `openclaw infer tts voices create`
package struct InferTTSVoicesCreate: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "create", abstract: "Have a voice made, from a recording or a description.",
        discussion: """
            A voice works with one model only: the one of --model, or the first that voices of the kind are made for. The \
            price is shown before. Record nobody without their consent.

            Examples:
              openclaw infer tts voices create anna --recording anna.wav
              openclaw infer tts voices create narrator --description "A calm, deep voice." --sample "Good evening." --yes
            """)

    @Argument(help: "A short name, which becomes a part of the voice's.")
    package var name: String

    @Option(help: ArgumentHelp("Who is to be heard: a file, or a public address.", valueName: "path or address"))
    package var recording: String?

    @Option(help: "How the voice sounds, in words.")
    package var description: String?

    @Option(help: "What a voice that was described says to try it.")
    package var sample: String?

    @Option(help: ArgumentHelp("The model that is to speak with it.", valueName: "provider/model"))
    package var model: String?

    @Option(help: ArgumentHelp("The language of the recording or sample, such as en.", valueName: "code"))
    package var language: String?

    @Option(help: "Where to save the sound to try a described voice with.")
    package var output: String?

    @Flag(help: "Do not ask before something expensive.")
    package var yes = false

    @Flag(help: "Show what would be asked for and what it costs, and send nothing.")
    package var dryRun = false

    @Flag(help: "Print JSON on standard output, also for errors.")
    package var json = false

    package init() {}

    package func validate() throws {
        switch (recording, description) {
        case (nil, nil):
            throw ValidationError("what the voice is made from is missing; expected --recording or --description")
        case (_?, _?): throw ValidationError("a voice is made from --recording or --description, not from both")
        case (_?, nil) where sample != nil: throw ValidationError("--sample goes with --description")
        case (nil, _?) where sample == nil:
            throw ValidationError("--description needs --sample, a text to try the voice with")
        default: break
        }
    }

    package func run() async throws {
        let context = CommandContext.current
        var request = VoiceRequest(name: name)
        request.recording = try recording.map {
            try GenerationInput(recording: $0, workingDirectory: context.workingDirectory)
        }
        (request.description, request.sample, request.language) = (description, sample, language)
        let making = try VoiceMakingRun(context, request, self)
        try await context.untilInterrupted { try await making.run() }
    }
}

/// `openclaw infer tts voices delete`
package struct InferTTSVoicesDelete: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "delete", abstract: "Have a voice of your own removed.",
        discussion: """
            Example:
              openclaw infer tts voices delete my-voice-0a1b
            """)

    @Argument(help: "The voice, as 'openclaw infer tts voices --own' names it.")
    package var voice: String

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let desk = context.voiceDesk(of: try context.installation(), books: nil)
        try await context.untilInterrupted { try await desk.remove(voice) }
        context.note("\(voice) is removed")
    }
}
