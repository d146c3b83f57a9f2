package import Inference

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Reads how the gateway runs.
package struct GatewaySettingsReader: Sendable {
    let host: HostSettings
    let flags: GatewayFlagValues
    let workingDirectory: String

    package init(_ host: HostSettings, flags: GatewayFlagValues = GatewayFlagValues(), workingDirectory: String = "/") {
        self.host = host
        self.flags = flags
        self.workingDirectory = workingDirectory
    }

    /// The settings, with the gateway's own token; it is generated when nothing names one and `createsToken` is set.
    ///
    /// - Throws: `.gatewayConfiguration` when the gateway must not start so.
    package func read(createsToken: Bool = true) throws(InferenceError) -> GatewaySettings {
        try requireLocalMode()
        var settings = GatewaySettings(auth: .none)
        try readPort(&settings)
        try readBind(&settings)
        try readHTTP(&settings)
        try readTLS(&settings)
        try GatewayLimitsReader(configuration: host.configuration).read(&settings.limits)
        try readReload(&settings)
        try readAuth(&settings, createsToken: createsToken)
        try checkExposure(&settings)
        return settings
    }

    /// The port alone, for those who only look for a gateway.
    package func port() throws(InferenceError) -> Int {
        var settings = GatewaySettings(auth: .none)
        try readPort(&settings)
        return settings.port
    }

    static func invalid(_ message: String, hint: String?) -> InferenceError {
        InferenceError(.gatewayConfiguration, message, hint: hint)
    }

    func value(_ keys: String...) -> ConfigurationValue? {
        host.configuration[ConfigurationPath(keys: ["gateway"] + keys)]
    }

    func place(_ value: ConfigurationValue) -> String { host.locations.shortened(value.origin.description) }

    private func requireLocalMode() throws(InferenceError) {
        guard let mode = value("mode"), mode.string == "remote" else { return }
        throw Self.invalid(
            "gateway.mode is 'remote' (\(place(mode))), so the gateway runs on another machine; expected 'local'",
            hint: "openclaw config set gateway.mode local")
    }

    private func readPort(_ settings: inout GatewaySettings) throws(InferenceError) {
        if let port = flags.port {
            // Zero lets the system choose, which is of use on the command line only.
            settings.port = port == 0 ? 0 : try Self.port(port, "--port")
            settings.sources["port"] = "--port"
        } else if let value = value("port") {
            settings.port = try Self.port(value.int ?? -1, "gateway.port (\(place(value)))")
            settings.sources["port"] = place(value)
        } else if let variable = host.environment["OPENCLAW_GATEWAY_PORT"] {
            let number = Int(variable.value.trimmingASCIIWhitespace()) ?? -1
            settings.port = try Self.port(number, "OPENCLAW_GATEWAY_PORT")
            settings.sources["port"] = variable.label(host.locations)
        } else {
            settings.sources["port"] = "default"
        }
    }

    private static func port(_ number: Int, _ source: String) throws(InferenceError) -> Int {
        guard (1...65_535).contains(number) else {
            throw invalid(
                "\(source) is no port; expected a number from 1 to 65535",
                hint: "openclaw config set gateway.port 18789")
        }
        return number
    }

    private func readBind(_ settings: inout GatewaySettings) throws(InferenceError) {
        let (name, source) =
            flags.bind.map { ($0, "--bind") } ?? value("bind").map { ($0.string ?? "", place($0)) }
            ?? ("loopback", "default")
        settings.sources["bind"] = source
        switch name {
        case "loopback", "auto": settings.bind = .loopback
        case "lan": settings.bind = .everywhere
        case "custom": settings.bind = .address(try customHost())
        default:
            if flags.bind != nil, Self.isAddress(name) {
                settings.bind = .address(name)
                return
            }
            throw Self.invalid(
                "bind '\(name)' (\(source)) is not supported; expected loopback, lan, custom or auto",
                hint: "openclaw config set gateway.bind loopback")
        }
    }

    private func customHost() throws(InferenceError) -> String {
        guard let value = value("customBindHost"), let address = value.string, Self.isAddress(address) else {
            throw Self.invalid(
                "bind 'custom' needs gateway.customBindHost; expected an IP address",
                hint: "openclaw config set gateway.customBindHost 192.168.1.10")
        }
        return address
    }

    private static func isAddress(_ text: String) -> Bool {
        var four = in_addr()
        var six = in6_addr()
        return inet_pton(AF_INET, text, &four) == 1 || inet_pton(AF_INET6, text, &six) == 1
    }

    private func readHTTP(_ settings: inout GatewaySettings) throws(InferenceError) {
        settings.allowedHosts = texts(value("http", "allowedHosts"))
        settings.allowedOrigins = texts(value("http", "allowedOrigins"))
        for member in value("http", "endpoints")?.members ?? [] {
            if member.value["enabled"]?.bool == false { settings.disabledEndpoints.insert(member.key) }
            if member.value["upstream"]?.string == "service" { settings.relayedEndpoints.insert(member.key) }
            if let limit = member.value["maxBodyBytes"]?.int, limit > 0 { settings.bodyLimits[member.key] = limit }
        }
        settings.propagatesTraces = value("tracing", "propagate")?.bool ?? true
        guard let level = value("log", "level")?.string?.lowercased() else { return }
        guard ["trace", "debug", "info", "notice", "warning", "error", "critical"].contains(level) else {
            throw Self.invalid(
                "gateway.log.level is '\(level)'; expected trace, debug, info, notice, warning, error or critical",
                hint: "openclaw config set gateway.log.level info")
        }
        settings.logLevel = level
    }

    private func texts(_ value: ConfigurationValue?) -> [String] { value?.elements.compactMap(\.string) ?? [] }

    private func readTLS(_ settings: inout GatewaySettings) throws(InferenceError) {
        guard let tls = value("tls"), tls["enabled"]?.bool != false else { return }
        let path = { (key: String) in tls[key]?.string.flatMap { $0.isEmpty ? nil : expand($0) } }
        let paths = (path("certPath"), path("keyPath"))
        guard let certificate = paths.0, let key = paths.1 else {
            throw Self.invalid(
                "gateway.tls (\(place(tls))) is not complete; expected certPath and keyPath, two PEM files",
                hint: "openclaw config set gateway.tls.certPath <file>")
        }
        for file in [certificate, key] where access(file, R_OK) != 0 {
            throw Self.invalid("gateway.tls names \(file), which cannot be read", hint: "ls -l '\(file)'")
        }
        settings.tls = GatewayTLS(certificate: certificate, key: key)
        settings.sources["tls"] = place(tls)
    }

    private func expand(_ path: String) -> String {
        let expanded = ConfigurationLocations.expandingTilde(path, home: host.locations.home)
        return FilePathText.join(FilePathText.parent(of: host.locations.configurationFile), expanded)
    }

    private func readReload(_ settings: inout GatewaySettings) throws(InferenceError) {
        if let mode = value("reload", "mode")?.string {
            // 'restart' and 'hybrid' are about parts that this gateway does not have; both want changes to take effect.
            settings.reload = mode == "off" ? .off : .hot
        }
        if let delay = value("reload", "debounceMs")?.int, delay >= 0 { settings.reloadDelay = .milliseconds(delay) }
    }
}
