package import ArgumentParser

/// Flags of OpenClaw that mean nothing here. They are taken, so that scripts run, and named once.
package struct OnboardIgnoredOptions: ParsableArguments {
    @Flag(help: .private) package var skipChannels = false
    @Flag(help: .private) package var skipSkills = false
    @Flag(help: .private) package var skipSearch = false
    @Flag(help: .private) package var skipHealth = false
    @Flag(help: .private) package var skipUi = false
    @Flag(help: .private) package var skipBootstrap = false
    @Flag(help: .private) package var skipHooks = false
    @Flag(help: .private) package var skipDaemon = false
    @Flag(help: .private) package var installDaemon = false
    @Flag(help: .private) package var noInstallDaemon = false
    @Flag(help: .private) package var suppressGatewayTokenOutput = false
    @Flag(help: .private) package var tui = false
    @Flag(help: .private) package var classic = false
    @Flag(help: .private) package var modern = false
    @Option(help: .private) package var daemonRuntime: String?
    @Option(help: .private) package var nodeManager: String?
    @Option(help: .private) package var agentName: String?

    package init() {}

    /// The flags that were given.
    var given: [String] {
        let flags: [(Bool, String)] = [
            (installDaemon, "--install-daemon"), (tui, "--tui"), (classic, "--classic"), (modern, "--modern"),
            (daemonRuntime != nil, "--daemon-runtime"), (nodeManager != nil, "--node-manager"),
            (agentName != nil, "--agent-name"),
        ]
        let skips: [(Bool, String)] = [
            (skipChannels, "--skip-channels"), (skipSkills, "--skip-skills"), (skipSearch, "--skip-search"),
            (skipHealth, "--skip-health"), (skipUi, "--skip-ui"), (skipBootstrap, "--skip-bootstrap"),
            (skipHooks, "--skip-hooks"), (skipDaemon, "--skip-daemon"), (noInstallDaemon, "--no-install-daemon"),
            (suppressGatewayTokenOutput, "--suppress-gateway-token-output"),
        ]
        return (flags + skips).filter(\.0).map(\.1)
    }
}
