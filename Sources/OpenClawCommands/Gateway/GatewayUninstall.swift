package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway uninstall`: stops the service and forgets it.
package struct GatewayUninstall: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "uninstall",
        abstract: "Stop the service and remove its unit file; configuration, keys and logs stay.",
        discussion: """
            Examples:
              openclaw gateway uninstall
            """)

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        guard let manager = context.serviceManager(context.servicePlan(installation)) else {
            throw GatewayInstall.noManager
        }
        let path = installation.locations.shortened(manager.state().path)
        let wasThere = try manager.uninstall()
        if output.json { return try context.show(json: ["removed": .bool(wasThere), "path": .string(path)]) }
        try context.print(wasThere ? "removed \(path)" : "the gateway is not installed as a service")
    }
}
