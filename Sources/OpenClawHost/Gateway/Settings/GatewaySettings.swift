package import Inference

/// How the gateway of an installation runs: flag, then configuration, then environment, then default; each with its source.
///
/// Configuration: `gateway.port`, `gateway.bind`, `gateway.customBindHost`, `gateway.exposed`, `gateway.auth.mode`,
/// `gateway.auth.token`, `gateway.auth.password`, `gateway.auth.rateLimit`, `gateway.tls`, `gateway.limits`,
/// `gateway.http.endpoints`, `gateway.http.allowedHosts`, `gateway.http.allowedOrigins`, `gateway.reload`,
/// `gateway.log.level`, `gateway.tracing.propagate`. Environment: `OPENCLAW_GATEWAY_PORT`, `OPENCLAW_GATEWAY_TOKEN`, `OPENCLAW_GATEWAY_PASSWORD`.
package struct GatewaySettings: Hashable, Sendable {
    package static let defaultPort = 18_789

    package var port = GatewaySettings.defaultPort
    package var bind = GatewayBind.loopback
    package var auth: GatewayAuth
    package var tls: GatewayTLS?
    package var limits = GatewayLimits()
    /// Names under which the gateway may be addressed, besides its addresses and `localhost`.
    package var allowedHosts: [String] = []
    /// Pages that may call the gateway.
    package var allowedOrigins: [String] = []
    /// Endpoints that the configuration switches off, by their name there: `chatCompletions`, `responses`, `messages`.
    package var disabledEndpoints: Set<String> = []
    /// Endpoints whose requests are sent as they came where the service speaks their protocol: `messages`.
    package var relayedEndpoints: Set<String> = []
    /// The largest request bodies of endpoints, in bytes.
    package var bodyLimits: [String: Int] = [:]
    package var reload = GatewayReloadMode.hot
    /// How long to wait for further changes of the files.
    package var reloadDelay: Duration = .milliseconds(300)
    /// The least level that is logged: trace, debug, info, notice, warning, error or critical.
    package var logLevel = "info"
    /// Whether services are told the W3C trace of a client that sends one.
    package var propagatesTraces = true
    /// Where each value comes from, by its name in the configuration.
    package var sources: [String: String] = [:]
    /// What its owner should know.
    package var warnings: [String] = []

    package init(auth: GatewayAuth) { self.auth = auth }

    /// The address that clients of this machine are given.
    package var address: String {
        let host = bind.localHost
        return (tls == nil ? "http://" : "https://") + (host.contains(":") ? "[\(host)]" : host) + ":\(port)"
    }
}

extension InferenceError.Code {
    /// A gateway that cannot start with this configuration, however often it is tried.
    package static let gatewayConfiguration: InferenceError.Code = "gateway_configuration"
    /// Another gateway, or another program, has the port or the lock.
    package static let gatewayBusy: InferenceError.Code = "gateway_busy"
    /// The gateway does not run, or does not answer its owner.
    package static let gatewayStopped: InferenceError.Code = "gateway_stopped"
}
