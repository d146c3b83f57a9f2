package import ArgumentParser
import Inference

/// `openclaw infer inspect`: one capability.
package struct InferInspect: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "inspect", abstract: "Show one of the things that infer can do.",
        discussion: """
            Example:
              openclaw infer inspect --name model.run
            """)

    @Option(help: "The capability, for example model.run.")
    package var name: String

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        guard let capability = InferCapability.all.first(where: { $0.name == name }) else {
            throw InferenceError(
                .invalidConfiguration, "unknown capability: \(name)", hint: "openclaw infer list")
        }
        let context = CommandContext.current
        if output.json {
            try context.show(json: capability.json)
        } else {
            try context.print("\(capability.name): \(capability.summary)\nrun: \(capability.command) --help")
        }
    }
}
