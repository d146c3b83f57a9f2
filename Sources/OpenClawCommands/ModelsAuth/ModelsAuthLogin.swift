package import ArgumentParser
import OpenClawHost

/// `openclaw models auth login`
package struct ModelsAuthLogin: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Give a provider's key, with the same choices as onboarding.",
        discussion: """
            The default model stays as it is, unless --set-default is given.

            Examples:
              openclaw models auth login --provider <provider>
              openclaw models auth login --provider <provider> --method <method> --key-stdin < key.txt
            """)

    @Option(help: ArgumentHelp("The provider.", valueName: "id"))
    package var provider: String

    @Option(help: ArgumentHelp("The method: plan and region.", valueName: "method"))
    package var method: String?

    @Flag(help: "Make the provider's default model the one that is used when none is named.")
    package var setDefault = false

    @OptionGroup package var source: AuthKeySource
    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let choice = method.map { "provider-plugin:\(provider):\($0)" } ?? provider
        try await source.onboard(choice, setsDefault: setDefault, format: output.format)
    }
}
