package import ArgumentParser
import Inference
import OpenClawHost

/// What is written about the gateway.
package struct OnboardGatewayOptions: ParsableArguments {
    @Option(help: ArgumentHelp("The port (default 18789).", valueName: "port"))
    package var gatewayPort: String?

    @Option(
        help: ArgumentHelp("Where it listens: loopback (default), tailnet, lan, auto or custom.", valueName: "mode"))
    package var gatewayBind: String?

    @Option(help: ArgumentHelp("token (default) or password.", valueName: "mode"))
    package var gatewayAuth: String?

    @Option(help: ArgumentHelp("The variable that holds the token.", valueName: "name"))
    package var gatewayTokenRefEnv: String?

    @Option(help: .private)
    package var gatewayToken: String?

    @Option(help: .private)
    package var gatewayPassword: String?

    @Option(help: .private)
    package var tailscale: String?

    @Flag(help: .private)
    package var tailscaleResetOnExit = false

    package init() {}

    func apply(to options: inout OnboardingOptions) {
        options.gateway.port = gatewayPort
        options.gateway.bind = gatewayBind
        options.gateway.auth = gatewayAuth
        options.gateway.token = gatewayToken.map { Secret($0) }
        options.gateway.tokenVariable = gatewayTokenRefEnv
        options.gateway.password = gatewayPassword.map { Secret($0) }
        options.gateway.tailscale = tailscale
        options.gateway.resetsTailscaleOnExit = tailscaleResetOnExit
    }
}
