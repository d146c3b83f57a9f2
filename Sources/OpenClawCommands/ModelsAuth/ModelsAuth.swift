package import ArgumentParser

/// `openclaw models auth`: the stored credentials.
package struct ModelsAuth: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "auth",
        abstract: "List, add and remove keys, and say which one is used first.",
        discussion: """
            Examples:
              openclaw models auth list
              openclaw models auth login --provider <provider>
              openclaw models auth paste-token --provider <provider> --expires-in 30d
              openclaw models auth order set --provider <provider> <provider>:default
            """,
        subcommands: [
            ModelsAuthList.self, ModelsAuthAdd.self, ModelsAuthLogin.self, ModelsAuthPasteKey.self,
            ModelsAuthPasteToken.self, ModelsAuthRemove.self, ModelsAuthOrder.self,
        ],
        defaultSubcommand: ModelsAuthList.self)

    package init() {}
}
