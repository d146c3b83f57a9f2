package import ArgumentParser

/// `openclaw gateway keys`: a key of its own for every client.
package struct GatewayKeys: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "keys",
        abstract: "Give clients keys of their own, limit them, and take them away.",
        discussion: """
            Examples:
              openclaw gateway keys new laptop
              openclaw gateway keys list
              openclaw gateway keys revoke laptop
            """,
        subcommands: [GatewayKeysNew.self, GatewayKeysList.self, GatewayKeysRevoke.self])

    package init() {}

    package func run() async throws { throw CleanExit.helpRequest(self) }
}
