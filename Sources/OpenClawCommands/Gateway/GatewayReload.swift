package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway reload`: reads the files again without dropping a request.
package struct GatewayReload: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "reload",
        abstract: "Read configuration and credentials again, without dropping a request.",
        discussion: """
            The gateway does this by itself when the files change, unless gateway.reload.mode is off.

            Examples:
              openclaw gateway reload
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let reply = try AdminClient(GatewayFiles(installation.locations)).ask(.reload)
        if output.json {
            return try context.show(json: ["reloaded": true, "configHash": .text(reply.status?.configHash)])
        }
        try context.print("the gateway has read its files again")
    }
}
