package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw models list`
package struct ModelsList: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "List the models that are configured, or those of a provider.",
        discussion: """
            Reads configuration and catalogue only: nothing is asked. Works before onboarding, too.

            Examples:
              openclaw models list
              openclaw models list --provider <provider>
              openclaw models list --all --json
            """)

    @OptionGroup package var options: ModelListOptions
    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run() async throws {
        try options.show(as: output.format, in: CommandContext.current)
    }
}
