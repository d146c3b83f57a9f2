package import ArgumentParser
import OpenClawHost

/// `openclaw models image-fallbacks`
package struct ModelsImageFallbacks: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "image-fallbacks", abstract: "Choose what is asked when the image model fails.",
        discussion: """
            Examples:
              openclaw models image-fallbacks add <provider>/<model>
              openclaw models image-fallbacks list --json
            """,
        subcommands: [
            ModelsImageFallbacksList.self, ModelsImageFallbacksAdd.self, ModelsImageFallbacksRemove.self,
            ModelsImageFallbacksClear.self,
        ],
        defaultSubcommand: ModelsImageFallbacksList.self)

    package init() {}
}

/// `openclaw models image-fallbacks list`
package struct ModelsImageFallbacksList: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the image fallbacks.",
        discussion: """
            Example:
              openclaw models image-fallbacks list --plain
            """)

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run() async throws { try FallbackCommands(.image, .current).list(as: output.format) }
}

/// `openclaw models image-fallbacks add`
package struct ModelsImageFallbacksAdd: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add a model to the end of the image fallbacks.",
        discussion: """
            Example:
              openclaw models image-fallbacks add <provider>/<model>
            """)

    @Argument(help: "The model: <provider>/<model>, an alias or a bare id.")
    package var model: String

    package init() {}

    package func run() async throws { try FallbackCommands(.image, .current).add(model) }
}

/// `openclaw models image-fallbacks remove`
package struct ModelsImageFallbacksRemove: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "remove", abstract: "Take a model off the image fallbacks.",
        discussion: """
            Example:
              openclaw models image-fallbacks remove <provider>/<model>
            """)

    @Argument(help: "The model: <provider>/<model>, an alias or a bare id.")
    package var model: String

    package init() {}

    package func run() async throws { try FallbackCommands(.image, .current).remove(model) }
}

/// `openclaw models image-fallbacks clear`
package struct ModelsImageFallbacksClear: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "clear", abstract: "Empty the image fallbacks.",
        discussion: """
            Example:
              openclaw models image-fallbacks clear
            """)

    package init() {}

    package func run() async throws { try FallbackCommands(.image, .current).clear() }
}
