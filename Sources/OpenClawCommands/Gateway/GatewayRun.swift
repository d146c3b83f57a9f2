package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway run`: the gateway in the foreground.
package struct GatewayRun: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "run", abstract: "Run the gateway in the foreground until Ctrl-C.",
        discussion: """
            Examples:
              openclaw gateway run
              openclaw gateway run --port 18790
              OPENCLAW_GATEWAY_TOKEN=... openclaw gateway run

            Clients use http://127.0.0.1:18789/v1 as base URL and the gateway's token as API key. \
            Without a token in the configuration or in OPENCLAW_GATEWAY_TOKEN one is made and kept in the state directory.
            """)

    @Option(help: "Port; 18789 unless the configuration or OPENCLAW_GATEWAY_PORT says otherwise, 0 picks a free one.")
    package var port: Int?

    @Option(help: "Where to listen: loopback, lan or an address.")
    package var bind: String?

    @Option(help: "What clients must present: token or none.")
    package var auth: String?

    @Option(help: ArgumentHelp("File that holds the token, so that it is in no process list.", valueName: "path"))
    package var tokenFile: String?

    @Flag(help: "Consent that other machines reach the gateway.")
    package var exposed = false

    @Flag(help: "Start although no credential was found.")
    package var allowUnconfigured = false

    package init() {}

    package func run() async throws {
        let context = CommandContext.current
        let launch = try launch(in: context)
        try requireCredential(launch.installation)
        let gateway = try await context.startGateway(launch, context)
        context.say("openclaw gateway listens on \(gateway.url)")
        try? await context.untilInterrupted { await gateway.waitUntilAsked() }
        await gateway.stop()
    }

    private var flags: GatewayFlagValues {
        var flags = GatewayFlagValues()
        (flags.port, flags.bind, flags.auth, flags.tokenFile) = (port, bind, auth, tokenFile)
        flags.isExposed = exposed
        return flags
    }

    private func launch(in context: CommandContext) throws -> GatewayLaunch {
        let load: GatewayLoader = { [flags] in
            let installation = try context.installation()
            let reader = GatewaySettingsReader(
                installation.settings, flags: flags, workingDirectory: context.workingDirectory)
            return (installation, try reader.read())
        }
        let (installation, settings) = try load()
        for warning in settings.warnings { context.warn(warning) }
        return GatewayLaunch(installation: installation, settings: settings, reload: load)
    }

    private func requireCredential(_ installation: Installation) throws(InferenceError) {
        guard !allowUnconfigured, installation.secrets.isEmpty else { return }
        throw InferenceError(
            .unauthenticated, "no credential was found, so the gateway could answer nothing", hint: "openclaw onboard")
    }
}
