package import ArgumentParser
import OpenClawHost

/// `openclaw models auth list`
package struct ModelsAuthList: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the stored credentials: where each belongs, and which is used.",
        discussion: """
            Examples:
              openclaw models auth list
              openclaw models auth list --provider <provider> --json
            """)

    @Option(help: ArgumentHelp("Only this provider's.", valueName: "id"))
    package var provider: String?

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run() async throws {
        let job = try AuthJob(.current)
        let listing = ProfileListing(job.accounts, provider: try provider.map(job.account))
        let view = AuthListView(listing: listing, storePath: job.store.path, shown: job.shortened(job.store.path))
        try job.context.show(view, as: output.format)
    }
}
