package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw infer model providers`: who can be asked.
package struct InferModelProviders: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "providers", abstract: "List the providers that can be asked.",
        discussion: """
            Example:
              openclaw infer model providers --json
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let selected = try? installation.selector.defaultModel().reference.provider
        let rows = installation.registry.entries.map { entry in
            ProviderRow(entry, standing: installation.standing(of: entry), isSelected: entry.id == selected)
        }
        try context.show(ProviderListView(rows: rows), as: output.format)
    }
}
