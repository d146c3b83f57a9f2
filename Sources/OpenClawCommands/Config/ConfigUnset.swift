package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw config unset`: removes a value in place.
package struct ConfigUnset: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "unset",
        abstract: "Remove a value and leave the rest of the file as it is.",
        discussion: """
            Examples:
              openclaw config unset agents.defaults.imageModel
              openclaw config unset 'agents.defaults.model.fallbacks[0]'
            """)

    @Argument(help: "Where the value stands: keys joined by dots, [0] for elements.")
    package var path: String

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let path = try ConfigurationPath(parsing: path)
        let writer = context.strictWriter(for: try context.loadSettings())
        let change = try writer.update { configuration throws(InferenceError) in
            guard configuration.written[path] != nil else { throw ConfigGet.notFound(path) }
            return [.unset(path)]
        }
        context.report(change)
        if output.json { return try context.show(json: ["ok": true, "removed": .string(path.description)]) }
        try context.print("Removed \(path). Restart the gateway to apply.")
    }
}
