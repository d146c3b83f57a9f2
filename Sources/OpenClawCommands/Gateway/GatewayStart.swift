package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway start`: starts the service, or a process in the background where there is none.
package struct GatewayStart: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "start",
        abstract: "Start the gateway: its service, or a process in the background where no service is installed.",
        discussion: """
            Examples:
              openclaw gateway start
              openclaw gateway start --json
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let status = try context.gatewayStatus(installation)
        if status.state == .running {
            if !output.json { context.note("the gateway runs already") }
        } else {
            try await GatewayStarting(context, installation).start(status)
        }
        try context.show(GatewayStatusView(try context.gatewayStatus(installation), context), as: output.format)
    }
}
