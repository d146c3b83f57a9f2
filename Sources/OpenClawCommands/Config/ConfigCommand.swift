package import ArgumentParser

/// `openclaw config`: the configuration file without an editor.
package struct ConfigCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "config",
        abstract: "Read, change and check the configuration file.",
        discussion: """
            Changes are made in place: comments, order and indentation of the rest stay as they are.

            Examples:
              openclaw config file
              openclaw config get agents.defaults.model
              openclaw config set gateway.port 18790
              openclaw config validate
            """,
        subcommands: [
            ConfigGet.self, ConfigSet.self, ConfigUnset.self, ConfigFile.self, ConfigValidate.self, ConfigSchema.self,
        ])

    package init() {}
}
