package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway stop`: lets open requests finish, then ends the gateway.
package struct GatewayStop: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "stop",
        abstract: "Stop the gateway when its open requests are done.",
        discussion: """
            Examples:
              openclaw gateway stop
              openclaw gateway stop --now
            """)

    @Flag(help: "Cut open requests off.")
    package var now = false

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let didRun = try GatewayStopping(context, try context.installation()).stop(now: now)
        if output.json { return try context.show(json: ["stopped": .bool(didRun)]) }
        try context.print(didRun ? "the gateway has stopped" : "the gateway was not running")
    }
}
