import Inference

/// Judges what the command line says about the gateway.
struct GatewayFlags {
    var options: GatewayOptions

    /// - Throws: `.invalidConfiguration`, in the words that OpenClaw uses.
    func check(_ variables: VariableLookup) throws(InferenceError) {
        _ = try port()
        try Self.check(options.bind, "--gateway-bind", ["loopback", "tailnet", "lan", "auto", "custom"])
        try Self.check(options.auth, "--gateway-auth", ["token", "password"])
        try Self.check(options.tailscale, "--tailscale", ["off", "serve", "funnel"])
        if options.auth == "password", options.password?.isEmpty ?? true {
            throw Self.invalid("missing --gateway-password for password auth")
        }
        if let password = options.password, password.isEmpty { throw Self.invalid("--gateway-password is empty") }
        if let tailscale = options.tailscale, tailscale != "off", let bind = options.bind, bind != "loopback" {
            throw Self.invalid("--tailscale \(tailscale) needs --gateway-bind loopback")
        }
        if options.token != nil, options.tokenVariable != nil {
            throw Self.invalid("use either --gateway-token or --gateway-token-ref-env, not both")
        }
        if let name = options.tokenVariable, variables[name] == nil {
            throw Self.invalid("environment variable \"\(name)\" is missing or empty")
        }
    }

    /// The port that was asked for.
    func port() throws(InferenceError) -> Int? {
        guard let text = options.port else { return nil }
        guard let port = Int(text.trimmingASCIIWhitespace()), (1...65_535).contains(port) else {
            throw Self.invalid("invalid --gateway-port; expected a number from 1 to 65535")
        }
        return port
    }

    /// The token to write: what was asked for, what stands there, or what the environment says.
    func token(existing: JSONValue?, _ variables: VariableLookup) -> JSONValue? {
        if let name = options.tokenVariable { return SecretReference.variable(name).json }
        if let token = options.token, !token.isEmpty, !["undefined", "null"].contains(token.expose()) {
            return .string(token.expose())
        }
        if let existing, SecretInput(existing) != nil { return existing }
        return variables["OPENCLAW_GATEWAY_TOKEN"].map { .string($0.value) }
    }

    static func check(_ value: String?, _ flag: String, _ allowed: [String]) throws(InferenceError) {
        guard let value, !allowed.contains(value) else { return }
        throw invalid("invalid \(flag) \"\(value)\"; expected \(allowed.joined(separator: ", "))")
    }

    static func invalid(_ message: String) -> InferenceError {
        InferenceError(.invalidConfiguration, message, hint: "openclaw onboard --help")
    }
}
