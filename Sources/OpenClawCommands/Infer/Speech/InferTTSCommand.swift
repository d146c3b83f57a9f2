package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw infer tts`: speech.
package struct InferTTSCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "tts",
        abstract: "Speak texts, and see which voices there are.",
        discussion: """
            Examples:
              openclaw infer tts convert "Good evening." --output evening.wav
              openclaw infer tts voices
              openclaw infer tts voices create narrator --description "A calm, deep voice." --sample "Good evening."
            """,
        subcommands: [InferTTSConvert.self, InferTTSVoices.self, InferTTSProviders.self])

    package init() {}
}

/// `openclaw infer tts convert`
package struct InferTTSConvert: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "convert",
        abstract: "Speak a text.",
        discussion: """
            The text is an argument, a file or standard input, and of any length: it is split at the ends of sentences \
            where a model takes less at once, and becomes one file. Without --model, the first model is used that has the \
            format and the voice.

            Examples:
              openclaw infer tts convert "Good evening." --output evening.wav
              openclaw infer tts convert --file chapter.txt --voice Ethan --output chapter.wav
              openclaw infer tts convert "Good evening." --output evening.mp3 --play
            """)

    @Argument(help: "The text.")
    package var words: [String] = []

    @Option(help: "The text, as an option.")
    package var text: String?

    @Option(help: ArgumentHelp("A file with the text; '-' is standard input.", valueName: "path"))
    package var file: String?

    @OptionGroup(title: "Voice") package var voice: VoiceOptions
    @OptionGroup(title: "Result") package var result: SpeechResultOptions

    package init() {}

    package func validate() throws {
        let sources = [words.isEmpty ? nil : "an argument", text.map { _ in "--text" }, file.map { _ in "--file" }]
            .compactMap { $0 }
        if sources.count > 1 {
            throw ValidationError("the text comes from \(sources.joined(separator: " and ")); give it once")
        }
    }

    package func run() async throws {
        let context = CommandContext.current
        var request = voice.request(try spoken(context), format: try result.soundFormat)
        request.sampleRate = result.sampleRate
        let conversion = try SpeechConversion(context, request, model: voice.model, options: result)
        try await context.untilInterrupted { try await conversion.run() }
    }

    private static let limit = 16 << 20

    private func spoken(_ context: CommandContext) throws -> String {
        let bytes: [UInt8]
        if let text = text ?? (words.isEmpty ? nil : words.joined(separator: " ")) {
            bytes = Array(text.utf8)
        } else if let file, file != "-" {
            let path = FilePathText.join(context.workingDirectory, file)
            do throws(FileError) {
                guard let found = try FileContents.read(path, limit: Self.limit, takesPipes: true) else {
                    throw FileError("read", path)
                }
                bytes = found
            } catch {
                throw InferenceError(.invalidConfiguration, "\(error.description); expected a text")
            }
        } else if context.input.isTerminal, file == nil {
            throw InferenceError(
                .invalidConfiguration, "no text; give it as an argument, with --file or on standard input",
                hint: "openclaw infer tts convert \"Good evening.\"")
        } else {
            bytes = try context.input.readToEnd(limit: Self.limit)
        }
        guard let text = String(validating: bytes, as: UTF8.self) else {
            throw InferenceError(.invalidConfiguration, "the text is not UTF-8")
        }
        guard !text.trimmingASCIIWhitespace().isEmpty else {
            throw InferenceError(.invalidConfiguration, "the text cannot be empty or whitespace-only")
        }
        return text
    }
}

/// `openclaw infer tts providers`
package struct InferTTSProviders: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "providers", abstract: "List who speaks, with their models.",
        discussion: """
            Example:
              openclaw infer tts providers --json
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        try context.show(SpeechProvidersView(.speech, of: try context.installation()), as: output.format)
    }
}
