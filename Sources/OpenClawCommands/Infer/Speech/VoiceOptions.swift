package import ArgumentParser
import Inference

/// How a text is spoken.
package struct VoiceOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The model; without it the first that can.", valueName: "provider/model"))
    package var model: String?

    @Option(help: "The voice; 'openclaw infer tts voices' lists them.")
    package var voice: String?

    @Option(help: ArgumentHelp("The language of the text, such as en.", valueName: "code"))
    package var language: String?

    @Option(help: ArgumentHelp("How fast, 1 is usual.", valueName: "factor"))
    package var speed: Double?

    @Option(help: ArgumentHelp("How high, 1 is usual.", valueName: "factor"))
    package var pitch: Double?

    @Option(help: ArgumentHelp("How loud, from 0 to 100.", valueName: "volume"))
    package var volume: Int?

    @Option(help: ArgumentHelp("How to speak, in words.", valueName: "text"))
    package var instructions: String?

    @Option(
        name: .customLong("param"),
        help: ArgumentHelp("A parameter of the model's own (repeatable).", valueName: "name=value"))
    package var parameters: [String] = []

    package init() {}

    package func validate() throws {
        for text in parameters where !(text.firstIndex(of: "=").map { $0 > text.startIndex } ?? false) {
            throw ValidationError("--param does not take '\(text)'; expected name=value")
        }
    }

    func request(_ text: String, format: SoundFormat) -> SpeechRequest {
        var request = SpeechRequest(text: text, voice: voice, format: format, options: OwnParameters.read(parameters))
        request.language = language
        request.speed = speed
        request.pitch = pitch
        request.volume = volume
        request.instructions = instructions
        return request
    }
}

/// Reads `name=value`, where a value is JSON or text.
enum OwnParameters {
    static func read(_ texts: [String]) -> JSONObject {
        var options = JSONObject()
        for text in texts {
            guard let mark = text.firstIndex(of: "=") else { continue }
            let value = String(text[text.index(after: mark)...])
            options[String(text[..<mark])] = (try? JSONValue(parsing: value)) ?? .string(value)
        }
        return options
    }
}
