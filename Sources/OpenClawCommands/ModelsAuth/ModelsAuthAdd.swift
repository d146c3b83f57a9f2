package import ArgumentParser
import OpenClawHost

/// `openclaw models auth add`
package struct ModelsAuthAdd: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Pick a provider and plan, and give the key.",
        discussion: """
            Examples:
              openclaw models auth add
              openclaw models auth add --auth-choice <choice> --key-file ~/key.txt
            """)

    @Option(help: ArgumentHelp("The plan and region, as in onboarding.", valueName: "choice"))
    package var authChoice: String?

    @OptionGroup package var source: AuthKeySource
    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        try await source.onboard(authChoice, setsDefault: false, format: output.format)
    }
}
