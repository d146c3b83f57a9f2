package import ArgumentParser
import Inference
import OpenClawHost

/// What is asked about pictures or clips, and of whom.
package struct DescribeOptions: ParsableArguments {
    @Option(help: ArgumentHelp("What to ask; without it a description.", valueName: "text"))
    package var prompt: String?

    @Option(help: ArgumentHelp("The model; without it the configured one.", valueName: "provider/model"))
    package var model: String?

    @Option(help: ArgumentHelp("The longest description; 0 sets no limit.", valueName: "characters"))
    package var maxChars: Int?

    package init() {}

    package func validate() throws {
        if let prompt, prompt.trimmingASCIIWhitespace().isEmpty {
            throw ValidationError("--prompt cannot be empty or whitespace-only")
        }
        if let maxChars, maxChars < 0 { throw ValidationError("--max-chars must be at least 0") }
    }

    /// What the command line says, laid over the configuration.
    func wish(_ transport: TransportOptions) -> UnderstandingLimits {
        UnderstandingLimits(
            prompt: prompt, maxCharacters: maxChars,
            seconds: transport.timeoutMilliseconds.map { Double($0) / 1000 })
    }
}
