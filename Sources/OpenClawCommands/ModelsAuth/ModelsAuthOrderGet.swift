package import ArgumentParser

/// `openclaw models auth order get`
package struct ModelsAuthOrderGet: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "get", abstract: "Show the order that was set.",
        discussion: """
            Example:
              openclaw models auth order get --provider <provider>
            """)

    @OptionGroup package var options: AuthOrderOptions

    package init() {}

    package func run() async throws { try options.perform() }
}
