package import ArgumentParser
import Inference
import OpenClawHost

/// `openclaw gateway install`: lets the service manager keep the gateway running.
package struct GatewayInstall: AsyncParsableCommand {
    package static let configuration = CommandConfiguration(
        commandName: "install",
        abstract: "Start the gateway now and after every reboot, as a service of systemd or launchd.",
        discussion: """
            The unit file holds no key and no token: the gateway finds them as every command does, in ~/.openclaw/.env, in \
            the credential store, or by env.shellEnv.

            Examples:
              openclaw gateway install
              openclaw gateway install --port 18790
            """)

    @Option(help: "A port that wins over the configuration.")
    package var port: Int?

    @Flag(help: "Accepted for OpenClaw's sake: a service that is installed is always written anew.")
    package var force = false

    @Option(help: ArgumentHelp("Accepted for OpenClaw's sake; this program needs no runtime.", visibility: .hidden))
    package var runtime: String?

    @OptionGroup package var output: JSONOption

    package init() {}

    package func validate() throws {
        if let port, !(1...65_535).contains(port) { throw ValidationError("--port takes a number from 1 to 65535") }
    }

    package func run() async throws {
        let context = CommandContext.current
        let installation = try context.installation()
        let plan = context.servicePlan(installation, port: port)
        guard let manager = context.serviceManager(plan) else { throw Self.noManager }
        // What would keep the service from starting is better said here than in a journal.
        var flags = GatewayFlagValues()
        flags.port = port
        _ = try GatewaySettingsReader(installation.settings, flags: flags).read()
        let running = try context.gatewayStatus(installation)
        if running.state == .running, manager.state().isActive == false {
            try GatewayStopping(context, installation).stop()
        }
        for key in installation.shellOnlyKeys { context.warn(advice(key, installation)) }
        for note in try manager.install() { context.note(note) }
        try await GatewayWaiting(context, installation).untilRunning(hint: "openclaw gateway logs")
        try context.show(GatewayStatusView(try context.gatewayStatus(installation), context), as: output.format)
    }

    static let noManager = InferenceError(
        .unsupported, "no systemd or launchd serves this user here, as in most containers; the gateway can run without",
        hint: "openclaw gateway start")

    private func advice(_ key: Installation.ShellOnlyKey, _ installation: Installation) -> String {
        let file = installation.locations.shortened(installation.locations.dotenvFile)
        return
            "the key of \(key.provider) is in \(key.variable) of this shell only, where the service does not see it; run: "
            + "(umask 077; printf '\(key.variable)=%s\\n' \"$\(key.variable)\" >> \(file))"
    }
}
