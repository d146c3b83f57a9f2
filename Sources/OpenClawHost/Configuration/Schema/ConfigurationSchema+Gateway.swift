extension ConfigurationSchema {
    static let gateway = object(
        [
            Property("port", integer(1...65_535, "The TCP port; 18789 by default.")),
            Property("mode", choice("local", "remote", summary: "Whether the gateway runs on this machine.")),
            Property(
                "bind",
                choice("auto", "lan", "loopback", "custom", "tailnet", summary: "The addresses to listen on.")),
            Property("customBindHost", text("The address for bind 'custom'.")),
            Property("auth", gatewayAuth),
            Property("trustedProxies", list(text("An address."), "Proxies whose forwarding headers are believed.")),
            Property("controlUi", any("The control page.")),
            Property("tailscale", any("Publishing through Tailscale.")),
            Property(
                "remote",
                object(
                    [
                        Property("url", text("The address of the gateway.")),
                        Property("token", secret("Its token.")),
                        Property("password", secret("Its password.")),
                    ] + foreign("enabled", "sshIdentity", "sshTarget", "tlsFingerprint", "transport"),
                    "A gateway on another machine.")),
            Property(
                "reload",
                object(
                    [
                        Property(
                            "mode",
                            choice("off", "restart", "hot", "hybrid", summary: "What a changed configuration does.")),
                        Property("debounceMs", integer(0...3_600_000, "How long to wait for further changes.")),
                        Property("deferralTimeoutMs", integer(0...86_400_000, "How long running work may delay it.")),
                    ], "How changes of the configuration take effect.")),
            Property("tls", gatewayTLS),
            Property("limits", gatewayLimits),
            Property(
                "log",
                object([Property("level", text("The least level that is logged."))], "The log of the gateway.")),
            Property(
                "tracing",
                object(
                    [
                        Property(
                            "propagate", boolean("Whether services are told the W3C trace of a client that sends one."))
                    ], "The traces of clients.")),
            Property("exposed", boolean("Consent that other machines may reach the gateway.")),
            Property("http", http),
        ]
            + foreign(
                "allowRealIpFallback", "channelHealthCheckMinutes", "channelMaxRestartsPerHour",
                "channelStaleEventThresholdMinutes", "handshakeTimeoutMs", "nodes", "push", "tools", "webchat"),
        "The local gateway.")

    private static let gatewayTLS = object(
        [
            Property("enabled", boolean("Whether the gateway takes TLS only.")),
            Property("certPath", text("A PEM file with the certificate and its chain.")),
            Property("keyPath", text("A PEM file with its key.")),
        ] + foreign("autoGenerate", "caPath"), "The certificate of the gateway.")

    private static let gatewayLimits = object(
        [
            Property("headerBytes", integer(1...(1 << 30), "Bytes of a request line and its headers.")),
            Property("bodyBytes", integer(1...(1 << 40), "Bytes of a request body.")),
            Property("uploadsTotalBytes", integer(1...(1 << 50), "Bytes of the forms of all clients together.")),
            Property("uploadBytes", integer(1...(1 << 40), "Bytes of a form with files, which go to disk.")),
            Property("connections", integer(1...1_000_000, "Connections at a time.")),
            Property("requests", integer(1...1_000_000, "Requests at a time.")),
            Property("requestsPerKey", integer(1...1_000_000, "Requests at a time of one virtual key.")),
            Property("headerTimeoutMs", integer(1...86_400_000, "How long the head of a request may take.")),
            Property("bodyTimeoutMs", integer(1...86_400_000, "How long a body may pause.")),
            Property("idleTimeoutMs", integer(1...86_400_000, "How long a connection may stay idle.")),
            Property("readerTimeoutMs", integer(1...86_400_000, "How long a client may leave an answer unread.")),
            Property("drainTimeoutMs", integer(1...86_400_000, "How long open requests may go on after a stop.")),
        ], "What one client may take from the gateway.")

    private static let gatewayAuth = object(
        [
            Property(
                "mode",
                choice("none", "token", "password", "trusted-proxy", summary: "What clients must present.")),
            Property("token", secret("The token of clients.")),
            Property("password", secret("The password of clients.")),
            Property("allowTailscale", boolean("Whether Tailscale identities are accepted.")),
            Property(
                "rateLimit",
                object(
                    [
                        Property("maxAttempts", integer(1...1_000_000, "Failed attempts before a lockout.")),
                        Property("windowMs", integer(1...86_400_000, "The time in which they count.")),
                        Property("lockoutMs", integer(1...86_400_000, "How long the lockout lasts.")),
                        Property("exemptLoopback", boolean("Whether this machine is never locked out.")),
                    ] + foreign("pruneIntervalMs"), "Limits failed attempts.")),
            Property("trustedProxy", any("Identities asserted by a proxy.")),
        ], "How clients authenticate.")

    private static let http = object(
        [
            Property(
                "endpoints",
                object(
                    [
                        "chatCompletions", "completions", "responses", "embeddings", "rerank", "images", "videos",
                        "audio", "native",
                    ].map { Property($0, httpEndpoint()) } + [
                        Property(
                            "messages",
                            httpEndpoint(
                                Property(
                                    "upstream",
                                    choice(
                                        "translated", "service",
                                        summary:
                                            "Whether requests are carried over chat completions or sent as they came."
                                    ))))
                    ], "HTTP endpoints for clients.")),
            Property(
                "allowedHosts",
                list(text("A host name."), "Names under which the gateway may be addressed, besides localhost.")),
            Property("allowedOrigins", list(text("An origin."), "Web pages that may call the gateway.")),
        ] + foreign("securityHeaders"), "The HTTP side of the gateway.")

    private static func httpEndpoint(_ own: Property...) -> Self {
        object(
            [
                Property("enabled", boolean("Whether the endpoint is served.")),
                Property("maxBodyBytes", integer(1...(1 << 40), "The largest request body.")),
            ] + own + foreign("files", "images", "maxImageParts", "maxTotalImageBytes", "maxUrlParts"),
            "An HTTP endpoint.")
    }

    static let tools = object(
        [
            Property("profile", text("The set of tools that agents have.")),
            Property("media", mediaUnderstanding),
        ], others: any(), "Tools of agents.")
}
