package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw models auth remove`, also known as `logout`
package struct ModelsAuthRemove: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Remove stored credentials. The key stays valid at its service.",
        discussion: """
            Examples:
              openclaw models auth remove --provider <provider>
              openclaw models auth remove --provider <provider> --profile-id <provider>:manual
            """,
        aliases: ["logout"])

    @Option(help: ArgumentHelp("The provider.", valueName: "id"))
    package var provider: String

    @Option(help: ArgumentHelp("The profile, when there are several.", valueName: "id"))
    package var profileId: String?

    @Flag(help: "Remove all profiles of the provider.")
    package var all = false

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let job = try AuthJob(.current)
        let removal = try ProfileRemoval(
            of: job.account(provider), named: profileId, all: all, in: job.accounts.order.profiles)
        try job.store.update { removal.apply(to: &$0) }
        try job.edit(removal.changes)
        try job.context.show(RemovedProfilesView(ids: removal.ids), as: output.format)
    }
}

/// The profiles that were removed.
private struct RemovedProfilesView: Renderable {
    var ids: [String]

    var json: JSONValue { ["ok": true, "removed": .array(ids.map(JSONValue.string))] }
    var text: [String] { ids.map { "Removed \($0)." } }
}
