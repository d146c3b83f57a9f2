package import ArgumentParser
import Inference
import OpenClawHost

/// Where a spoken text goes.
package struct SpeechResultOptions: ParsableArguments {
    @Option(help: "Where to save the sound; its ending follows the format.")
    package var output: String?

    @Option(help: "wav, mp3, opus or pcm; without it the ending of --output says it, and wav is usual.")
    package var format: String?

    @Option(help: ArgumentHelp("Samples a second, where the model has a choice.", valueName: "hertz"))
    package var sampleRate: Int?

    @Flag(help: "Play the sound while it comes.")
    package var play = false

    @Flag(inversion: .prefixedNo, help: "Ask for the sound while it is made, or when it is complete.")
    package var stream = true

    @Flag(help: "Do not ask before something expensive.")
    package var yes = false

    @Flag(help: "Show what would be asked for and what it costs, and send nothing.")
    package var dryRun = false

    @Flag(help: "Ask the service from this process. This is the default.")
    package var local = false

    @Option(name: .customLong("timeout-ms"), help: ArgumentHelp("Give up after this time.", valueName: "milliseconds"))
    package var timeoutMilliseconds: Int?

    @Flag(help: "Print JSON on standard output, also for errors.")
    package var json = false

    package init() {}

    private static let known: [SoundFormat] = [.wav, .mp3, .opus, .pcm]

    package func validate() throws {
        if let format, !Self.known.contains(SoundFormat(ending: format)) {
            throw ValidationError("--format does not take '\(format)'; expected wav, mp3, opus or pcm")
        }
        if let timeoutMilliseconds, timeoutMilliseconds < 1 { throw ValidationError("--timeout-ms must be at least 1") }
    }

    var soundFormat: SoundFormat {
        get throws {
            if let format { return SoundFormat(ending: format) }
            guard let output, let dot = output.lastIndex(of: ".") else { return .wav }
            let wanted = SoundFormat(ending: String(output[output.index(after: dot)...]))
            return Self.known.contains(wanted) ? wanted : .wav
        }
    }

    var deadlines: Deadlines {
        Deadlines(
            firstByte: .seconds(60), idle: .seconds(60), total: timeoutMilliseconds.map { .milliseconds($0) })
    }
}
