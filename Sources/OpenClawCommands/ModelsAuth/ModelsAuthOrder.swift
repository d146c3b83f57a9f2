package import ArgumentParser

/// `openclaw models auth order`
package struct ModelsAuthOrder: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "order", abstract: "Say which profiles of a provider are used, and which first.",
        discussion: """
            Examples:
              openclaw models auth order get --provider <provider>
              openclaw models auth order set --provider <provider> <profile> <profile>
              openclaw models auth order clear --provider <provider>
            """,
        subcommands: [ModelsAuthOrderGet.self, ModelsAuthOrderSet.self, ModelsAuthOrderClear.self])

    package init() {}
}
