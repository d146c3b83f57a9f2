import Inference

extension GatewaySettingsReader {
    func readAuth(_ settings: inout GatewaySettings, createsToken: Bool) throws(InferenceError) {
        let (mode, source) = try mode()
        settings.sources["auth.mode"] = source
        switch mode {
        case "none":
            settings.auth = .none
            settings.warnings.append("the gateway takes requests without a token (\(source))")
        case "password": try readSecret(&settings, "password", variable: "OPENCLAW_GATEWAY_PASSWORD", creates: false)
        case "token": try readSecret(&settings, "token", variable: "OPENCLAW_GATEWAY_TOKEN", creates: createsToken)
        default:
            throw Self.invalid(
                "auth mode '\(mode)' (\(source)) is not supported; expected token, password or none",
                hint: "openclaw config set gateway.auth.mode token")
        }
    }

    private func mode() throws(InferenceError) -> (String, String) {
        if let mode = flags.auth { return (mode, "--auth") }
        if let value = value("auth", "mode") { return (value.string ?? "", place(value)) }
        if value("auth", "token") == nil, let value = value("auth", "password") { return ("password", place(value)) }
        return ("token", "default")
    }

    /// The first that names a secret: flag, configuration, environment, and for tokens the file of the state directory.
    private func readSecret(
        _ settings: inout GatewaySettings, _ name: String, variable: String, creates: Bool
    ) throws(InferenceError) {
        let setting = "auth.\(name)"
        if let file = flags.tokenFile {
            let path = FilePathText.join(workingDirectory, file)
            guard let secret = try GatewayTokenFile(path: path).read() else {
                throw Self.invalid("--token-file \(file) holds no token", hint: "openclaw gateway run --help")
            }
            settings.auth = .token(secret)
            settings.sources[setting] = "--token-file"
        } else if let found = try configured(name) {
            settings.auth = .token(found.secret)
            settings.sources[setting] = found.source
        } else if let found = host.environment[variable], let secret = Self.usable(Secret(found.value)) {
            settings.auth = .token(secret)
            settings.sources[setting] = found.label(host.locations)
        } else if name == "token" {
            try readOwnToken(&settings, creates: creates)
        } else {
            throw Self.invalid(
                "auth mode '\(name)' has no \(name); expected gateway.auth.\(name) or \(variable)",
                hint: "openclaw config set gateway.auth.mode token")
        }
    }

    private func readOwnToken(_ settings: inout GatewaySettings, creates: Bool) throws(InferenceError) {
        let token = GatewayTokenFile(path: GatewayFiles(host.locations).token)
        guard let secret = creates ? try token.readOrCreate() : try token.read() else { return }
        settings.auth = .token(secret)
        settings.sources["auth.token"] = host.locations.shortened(token.path)
    }

    private func configured(_ name: String) throws(InferenceError) -> (secret: Secret, source: String)? {
        guard let value = value("auth", name), let json = value.json, let input = SecretInput(json) else { return nil }
        let locations = host.locations
        let view = SettingsView(root: host.configuration.json, file: locations.shortened(locations.configurationFile))
        let reader = SecretReader(
            variables: VariableLookup(host.environment), settings: view, home: locations.home)
        do {
            let found = try reader.read(input)
            guard let secret = Self.usable(found.secret) else { return nil }
            return (secret, place(value) + (found.label.map { " (\($0))" } ?? ""))
        } catch {
            throw Self.invalid("gateway.auth.\(name) (\(place(value))): \(error.message)", hint: error.hint)
        }
    }

    /// Words that scripts write when they meant nothing are no secrets.
    private static func usable(_ secret: Secret) -> Secret? {
        secret.isEmpty || ["undefined", "null"].contains(secret.expose()) ? nil : secret
    }

    /// Refuses what would let strangers in.
    func checkExposure(_ settings: inout GatewaySettings) throws(InferenceError) {
        let length = settings.auth.token?.expose().utf8.count
        if let length, length < 16 {
            settings.warnings.append("the gateway's token has \(length) characters; expected at least 16")
        }
        guard !settings.bind.isLocal else { return }
        let addresses = settings.bind.hosts.joined(separator: ", ")
        guard let length, length >= 16 else {
            throw Self.invalid(
                "the gateway would listen on \(addresses) without a token of at least 16 characters; expected auth mode 'token'",
                hint: "openclaw config set gateway.auth.mode token")
        }
        guard flags.isExposed || value("exposed")?.bool == true else {
            throw Self.invalid(
                "the gateway would listen on \(addresses), where other machines can reach it; "
                    + "expected your consent: --exposed, or gateway.exposed in the configuration",
                hint: "openclaw config set gateway.exposed true")
        }
        if settings.tls == nil {
            settings.warnings.append(
                "the gateway listens on \(addresses) without TLS: keys and prompts pass networks in the clear; "
                    + "set gateway.tls, or let only a proxy with TLS reach it")
        }
    }
}
