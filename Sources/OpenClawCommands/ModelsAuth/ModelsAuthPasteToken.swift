package import ArgumentParser
import OpenClawHost

/// `openclaw models auth paste-token`
package struct ModelsAuthPasteToken: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "paste-token", abstract: "Store a token, read without echo or from standard input.",
        discussion: """
            Examples:
              openclaw models auth paste-token --provider <provider>
              openclaw models auth paste-token --provider <provider> --expires-in 30d < token.txt
            """)

    @OptionGroup package var paste: PasteOptions

    @Option(help: ArgumentHelp("How long it is valid: 12h, 30d, 365d.", valueName: "duration"))
    package var expiresIn: String?

    package init() {}

    package func run() async throws {
        try paste.store(kind: .token, lifetime: try expiresIn.map(Lifetime.parse))
    }
}
