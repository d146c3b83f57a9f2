package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway token`: the key to everything, shown only when asked for.
package struct GatewayTokenCommand: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "token",
        abstract: "Tell where the gateway's own token is; print it or replace it when asked.",
        discussion: """
            The token opens everything. Give clients keys of their own instead: openclaw gateway keys new.

            Examples:
              openclaw gateway token
              openclaw gateway token --show
              openclaw gateway token --rotate
            """)

    @Flag(help: "Print the token itself.")
    package var show = false

    @Flag(help: "Replace the token of the state directory; a gateway that runs takes the new one over.")
    package var rotate = false

    @OptionGroup package var output: JSONOption

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let path = GatewayFiles(installation.locations).token
        var settings = try GatewaySettingsReader(installation.settings).read()
        if rotate {
            let place = installation.locations.shortened(path)
            let source = settings.sources["auth.token"] ?? settings.sources["auth.mode"] ?? "the configuration"
            guard source == place else {
                throw InferenceError(
                    .invalidConfiguration, "the token does not come from \(place) but from \(source); change it there")
            }
            settings.auth = .token(try GatewayTokenFile(path: path).replace())
        }
        guard let token = settings.auth.token else {
            throw InferenceError(
                .invalidConfiguration, "gateway.auth.mode is 'none', so there is no token",
                hint: "openclaw config set gateway.auth.mode token")
        }
        let source = settings.sources["auth.token"] ?? settings.sources["auth.password"] ?? ""
        if output.json {
            return try context.show(
                json: ["source": .string(source), "token": .string(show ? token.expose() : token.masked)])
        }
        try context.print(show ? token.expose() : "\(token.masked) (\(source))")
    }
}
