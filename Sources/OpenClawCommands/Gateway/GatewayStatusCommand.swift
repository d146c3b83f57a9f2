package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway status`: not installed, stopped, running, or somebody else on its port.
package struct GatewayStatusCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "status",
        abstract: "Tell whether the gateway runs, since when, with which configuration, and who else has its port.",
        discussion: """
            Exit code 0 when it runs, 1 when it does not, 5 when another program has its port.

            Examples:
              openclaw gateway status
              openclaw gateway status --json
            """)

    @Flag(help: ArgumentHelp("Accepted for OpenClaw's sake.", visibility: .hidden))
    package var deep = false

    @Flag(help: ArgumentHelp("Accepted for OpenClaw's sake.", visibility: .hidden))
    package var noProbe = false

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let status = try context.gatewayStatus(try context.installation())
        try context.show(GatewayStatusView(status, context), as: output.format)
        switch status.state {
        case .running: return
        case .stopped, .notInstalled: throw CommandFailure(.failure)
        case .portTaken: throw CommandFailure(.network)
        }
    }
}
