package import ArgumentParser
import OpenClawHost

/// `openclaw models auth order clear`
package struct ModelsAuthOrderClear: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Go back to the usual order.",
        discussion: """
            Example:
              openclaw models auth order clear --provider <provider>
            """)

    @OptionGroup package var options: AuthOrderOptions

    package init() {}

    package func run() async throws {
        try options.perform { $1.setOrder(nil, for: $0.id, spellings: $0.spellings) }
    }
}
