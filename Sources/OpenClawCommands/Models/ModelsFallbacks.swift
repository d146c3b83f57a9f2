package import ArgumentParser
import OpenClawHost

/// `openclaw models fallbacks` and `openclaw models image-fallbacks`
package struct ModelsFallbacks<Kind: FallbackKind>: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: Kind.command, abstract: "Choose what is asked when the \(Kind.model) fails.",
            discussion: """
                Examples:
                  openclaw models \(Kind.command) add <provider>/<model>
                  openclaw models \(Kind.command) list --json
                """,
            subcommands: [
                ModelsFallbacksList<Kind>.self, ModelsFallbacksAdd<Kind>.self, ModelsFallbacksRemove<Kind>.self,
                ModelsFallbacksClear<Kind>.self,
            ],
            defaultSubcommand: ModelsFallbacksList<Kind>.self)
    }

    package init() {}
}

/// `openclaw models fallbacks list`
package struct ModelsFallbacksList<Kind: FallbackKind>: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "list", abstract: "List the \(Kind.fallbacks).",
            discussion: """
                Example:
                  openclaw models \(Kind.command) list --plain
                """)
    }

    @OptionGroup package var output: OutputOptions

    package init() {}

    package func run() async throws { try FallbackCommands(Kind.role, .current).list(as: output.format) }
}

/// `openclaw models fallbacks add`
package struct ModelsFallbacksAdd<Kind: FallbackKind>: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "add", abstract: "Add a model to the end of the \(Kind.fallbacks).",
            discussion: """
                Example:
                  openclaw models \(Kind.command) add <provider>/<model>
                """)
    }

    @Argument(help: "The model: <provider>/<model>, an alias or a bare id.")
    package var model: String

    package init() {}

    package func run() async throws { try FallbackCommands(Kind.role, .current).add(model) }
}

/// `openclaw models fallbacks remove`
package struct ModelsFallbacksRemove<Kind: FallbackKind>: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "remove", abstract: "Take a model off the \(Kind.fallbacks).",
            discussion: """
                Example:
                  openclaw models \(Kind.command) remove <provider>/<model>
                """)
    }

    @Argument(help: "The model: <provider>/<model>, an alias or a bare id.")
    package var model: String

    package init() {}

    package func run() async throws { try FallbackCommands(Kind.role, .current).remove(model) }
}

/// `openclaw models fallbacks clear`
package struct ModelsFallbacksClear<Kind: FallbackKind>: AsyncParsableCommand {
    package static var configuration: CommandConfiguration {
        CommandConfiguration(
            commandName: "clear", abstract: "Empty the \(Kind.fallbacks).",
            discussion: """
                Example:
                  openclaw models \(Kind.command) clear
                """)
    }

    package init() {}

    package func run() async throws { try FallbackCommands(Kind.role, .current).clear() }
}
