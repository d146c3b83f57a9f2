package import ArgumentParser

/// `openclaw models`: what can be used, and what is used when nothing is named.
package struct ModelsCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "models",
        abstract: "List models, and choose what is used when a command names none.",
        discussion: """
            Without a subcommand the status is shown.

            Examples:
              openclaw models
              openclaw models list --all
              openclaw models set <provider>/<model>
            """,
        subcommands: [
            ModelsList.self, ModelsStatusCommand.self, ModelsSet.self, ModelsSetImage.self, ModelsAliases.self,
            ModelsFallbacks<ChatFallbacks>.self, ModelsFallbacks<ImageFallbacks>.self, ModelsAuth.self,
        ],
        defaultSubcommand: ModelsStatusCommand.self)

    package init() {}
}
