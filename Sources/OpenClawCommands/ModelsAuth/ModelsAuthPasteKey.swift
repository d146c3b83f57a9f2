package import ArgumentParser
import OpenClawHost

/// `openclaw models auth paste-api-key`
package struct ModelsAuthPasteKey: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "paste-api-key",
        abstract: "Store a further key under a name of its own, read without echo or from standard input.",
        discussion: """
            It is for the endpoint that is in use. For another plan, use 'openclaw models auth login'.

            Example:
              openclaw models auth paste-api-key --provider <provider> --profile-id <provider>:second < key.txt
            """)

    @OptionGroup package var paste: PasteOptions

    package init() {}

    package func run() async throws {
        try paste.store(kind: .apiKey, lifetime: nil)
    }
}
