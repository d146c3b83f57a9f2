package import ArgumentParser
import OpenClawHost

/// `openclaw config schema`: the JSON Schema of the configuration.
package struct ConfigSchema: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "schema",
        abstract: "Print the JSON Schema of the configuration, with descriptions, for editors.",
        discussion: """
            Examples:
              openclaw config schema > openclaw.schema.json
            """)

    package init() {}

    package func run() async throws {
        try CommandContext.current.show(json: ConfigurationSchema.openclaw.jsonSchema(title: "OpenClaw configuration"))
    }
}
