package import ArgumentParser
import OpenClawHost

/// `openclaw models auth add`
package struct ModelsAuthAdd: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Pick a provider and plan, and give the key.",
        discussion: """
            A key of another plan or region joins the one in use: requests go on as before, and what their endpoint does not \
            serve takes the new key.

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
        try await source.onboard(authChoice, setsDefault: false, keepsEndpoint: true, format: output.format)
    }
}
