package import ArgumentParser

/// `openclaw infer model auth`: the commands of `openclaw models auth` under the names that infer has for them.
package struct InferModelAuth: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "auth", abstract: "Log in to providers and out again, as 'openclaw models auth' does.",
        discussion: """
            Examples:
              openclaw infer model auth status --json
              openclaw infer model auth login --provider <provider>
            """,
        subcommands: [InferModelAuthLogin.self, InferModelAuthLogout.self, InferModelAuthStatus.self],
        defaultSubcommand: InferModelAuthStatus.self)

    package init() {}
}

/// `openclaw infer model auth login`
package struct InferModelAuthLogin: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "login", abstract: "Give a provider's key.",
        discussion: """
            Example:
              openclaw infer model auth login --provider <provider>
            """)

    @OptionGroup package var command: ModelsAuthLogin

    package init() {}

    package func run() async throws { try await command.run() }
}

/// `openclaw infer model auth logout`
package struct InferModelAuthLogout: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "logout", abstract: "Remove a provider's stored credentials.",
        discussion: """
            Example:
              openclaw infer model auth logout --provider <provider>
            """)

    @OptionGroup package var command: ModelsAuthRemove

    package init() {}

    package func run() async throws { try await command.run() }
}

/// `openclaw infer model auth status`
package struct InferModelAuthStatus: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "status", abstract: "List the stored credentials.",
        discussion: """
            Example:
              openclaw infer model auth status --json
            """)

    @OptionGroup package var command: ModelsAuthList

    package init() {}

    package func run() async throws { try await command.run() }
}
