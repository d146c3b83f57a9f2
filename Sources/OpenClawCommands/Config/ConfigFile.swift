package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw config file`: where the configuration is.
package struct ConfigFile: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "file",
        abstract: "Print the path of the configuration file, whether it exists or not.",
        discussion: """
            Examples:
              openclaw config file
              openclaw --profile work config file
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let locations = try ConfigurationLocations(
            environment: context.environment, workingDirectory: context.workingDirectory)
        if output.json { return try context.show(json: ["path": .string(locations.configurationFile)]) }
        try context.print(locations.shortened(locations.configurationFile))
    }
}
