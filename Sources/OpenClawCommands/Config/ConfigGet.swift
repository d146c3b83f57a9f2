package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw config get`: one value of the effective configuration.
package struct ConfigGet: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "get",
        abstract: "Print a value, with includes merged, variables replaced and secrets redacted.",
        discussion: """
            Examples:
              openclaw config get gateway.port
              openclaw config get 'agents.list[0].id' --json
              openclaw config get 'agents.defaults.models["acme/large-1.5"].alias'
            """)

    @Argument(help: "Where the value stands: keys joined by dots, [0] for elements, [\"a.b\"] for keys with dots.")
    package var path: String

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let path = try ConfigurationPath(parsing: path)
        guard let value = try context.loadSettings().configuration[path] else { throw Self.notFound(path) }
        let json = RedactedValue.json(value, at: path)
        if output.json { return try context.show(json: json) }
        try context.print(json.string ?? JSONText.pretty(json))
    }

    static func notFound(_ path: ConfigurationPath) -> InferenceError {
        InferenceError("config_path_not_found", "Config path not found: \(path)", hint: "openclaw config schema")
    }
}
