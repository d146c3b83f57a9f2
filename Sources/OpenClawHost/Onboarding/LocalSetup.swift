import Inference

/// What the configuration has to say about this machine: workspace, gateway and the record of the wizard.
struct LocalSetup {
    var options: OnboardingOptions
    /// The directory that `~/.openclaw` is for this installation.
    var stateDirectory: String
    var variables: VariableLookup
    /// Thirty-two random bytes as hexadecimal digits.
    var newToken: String
    var version: String
    /// ISO 8601, UTC.
    var now: String

    /// - Throws: `.invalidConfiguration` for values that cannot be used; nothing is half done then.
    func apply(to changes: inout SettingChanges) throws(InferenceError) {
        let workspace = options.workspace ?? changes.string("agents", "defaults", "workspace")
        changes.set("agents.defaults.workspace", .string(workspace ?? FilePathText.join(stateDirectory, "workspace")))
        try configureGateway(&changes)
        changes.fill("session.dmScope", "per-channel-peer")
        changes.fill("tools.profile", "coding")
        let wizard: [(String, JSONValue)] = [
            ("lastRunAt", .string(now)), ("lastRunVersion", .string(version)), ("lastRunCommand", "onboard"),
            ("lastRunMode", .string(options.mode ?? "local")),
        ]
        for (key, value) in wizard { changes.set(["wizard", key], value) }
    }

    private func configureGateway(_ changes: inout SettingChanges) throws(InferenceError) {
        changes.set("gateway.mode", .string(options.mode ?? "local"))
        let port =
            try GatewayFlags(options: options.gateway).port() ?? changes.value(["gateway", "port"])?.int ?? 18_789
        changes.set("gateway.port", .int(port))
        let bind = options.gateway.bind ?? changes.string("gateway", "bind") ?? "loopback"
        changes.set("gateway.bind", .string(bind))
        try configureAuth(&changes)
        let mode = options.gateway.tailscale ?? changes.string("gateway", "tailscale", "mode") ?? "off"
        changes.set("gateway.tailscale.mode", .string(mode))
        if options.gateway.resetsTailscaleOnExit {
            changes.set("gateway.tailscale.resetOnExit", true)
        } else {
            changes.fill("gateway.tailscale.resetOnExit", false)
        }
    }

    private func configureAuth(_ changes: inout SettingChanges) throws(InferenceError) {
        let flags = GatewayFlags(options: options.gateway)
        if let password = options.gateway.password, !password.isEmpty {
            changes.set("gateway.auth.mode", "password")
            return changes.set("gateway.auth.password", .string(password.expose()))
        }
        let asked = options.gateway.auth != nil || options.gateway.token != nil || options.gateway.tokenVariable != nil
        if !asked, changes.string("gateway", "auth", "mode") != nil,
            changes.value(["gateway", "auth", "token"]) != nil || changes.string("gateway", "auth", "mode") != "token"
        {
            return
        }
        changes.set("gateway.auth.mode", "token")
        changes.set(
            "gateway.auth.token",
            flags.token(existing: changes.value(["gateway", "auth", "token"]), variables)
                ?? .string(newToken))
    }
}
