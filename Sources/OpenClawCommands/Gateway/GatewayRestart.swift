package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway restart`: ends the gateway gracefully and starts it again.
package struct GatewayRestart: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "restart",
        abstract: "Stop the gateway when its open requests are done, and start it again.",
        discussion: """
            Most changes of the configuration need no restart; see 'openclaw gateway reload'.

            Examples:
              openclaw gateway restart
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        // A configuration with which it could not start again must not end it.
        _ = try GatewaySettingsReader(installation.settings).read()
        try GatewayStopping(context, installation).stop()
        try await GatewayStarting(context, installation).start(try context.gatewayStatus(installation))
        try context.show(GatewayStatusView(try context.gatewayStatus(installation), context), as: output.format)
    }
}
