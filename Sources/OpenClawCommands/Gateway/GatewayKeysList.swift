package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway keys list`: the keys without their secrets.
package struct GatewayKeysList: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list",
        abstract: "Show the keys, their limits and how they stand; never the keys themselves.",
        discussion: """
            Examples:
              openclaw gateway keys list
              openclaw gateway keys list --all --json
            """)

    @Flag(help: "Also those that were revoked.")
    package var all = false

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let keys = try context.keys(of: try context.installation()).all().map(\.key)
        let shown = all ? keys : keys.filter { $0.revokedAt == nil }
        try context.show(
            VirtualKeyListView(keys: shown, now: context.now(), zone: context.zone), as: output.format)
    }
}
