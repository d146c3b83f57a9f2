package import ArgumentParser

/// `openclaw gateway`: one local address for every client. `openclaw daemon` is its older name.
package struct GatewayCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "gateway",
        abstract: "Run and watch the local gateway, and give its clients keys.",
        discussion: """
            Examples:
              openclaw gateway run
              openclaw gateway install
              openclaw gateway status
              openclaw gateway top
              openclaw gateway keys new laptop
            """,
        subcommands: [
            GatewayRun.self, GatewayInstall.self, GatewayUninstall.self, GatewayStart.self, GatewayStop.self,
            GatewayRestart.self,
            GatewayReload.self, GatewayStatusCommand.self, GatewayTop.self, GatewayLogs.self, GatewayKeys.self,
            GatewayTokenCommand.self,
        ],
        aliases: ["daemon"])

    package init() {}

    package func run() async throws { throw CleanExit.helpRequest(self) }
}
