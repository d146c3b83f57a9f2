package import ArgumentParser
import OpenClawHost

/// `openclaw models fallbacks`
package struct ModelsFallbacks: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "fallbacks", abstract: "Choose what is asked when the default model fails.",
        discussion: """
            Examples:
              openclaw models fallbacks add <provider>/<model>
              openclaw models fallbacks list --json
            """,
        subcommands: [
            ModelsFallbacksList.self, ModelsFallbacksAdd.self, ModelsFallbacksRemove.self, ModelsFallbacksClear.self,
        ],
        defaultSubcommand: ModelsFallbacksList.self)

    package init() {}
}

/// `openclaw models fallbacks list`
package struct ModelsFallbacksList: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the fallbacks.",
        discussion: """
            Example:
              openclaw models fallbacks list --plain
            """)

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run() async throws { try FallbackCommands(.chat, .current).list(as: output.format) }
}

/// `openclaw models fallbacks add`
package struct ModelsFallbacksAdd: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a model to the end of the fallbacks.",
        discussion: """
            Example:
              openclaw models fallbacks add <provider>/<model>
            """)

    @Argument(help: "The model: <provider>/<model>, an alias or a bare id.")
    package var model: String

    package init() {}

    package func run() async throws { try FallbackCommands(.chat, .current).add(model) }
}

/// `openclaw models fallbacks remove`
package struct ModelsFallbacksRemove: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a model off the fallbacks.",
        discussion: """
            Example:
              openclaw models fallbacks remove <provider>/<model>
            """)

    @Argument(help: "The model: <provider>/<model>, an alias or a bare id.")
    package var model: String

    package init() {}

    package func run() async throws { try FallbackCommands(.chat, .current).remove(model) }
}

/// `openclaw models fallbacks clear`
package struct ModelsFallbacksClear: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Empty the fallbacks.",
        discussion: """
            Example:
              openclaw models fallbacks clear
            """)

    package init() {}

    package func run() async throws { try FallbackCommands(.chat, .current).clear() }
}
