/// How a client reaches the network: proxies, trusted authorities and the bounds of its connection pool.
///
/// Reads nothing by itself; pass the environment explicitly:
///
/// ```swift
/// let client = HTTPClient(configuration: HTTPClientConfiguration(environment: ProcessInfo.processInfo.environment))
/// ```
public struct HTTPClientConfiguration: Sendable {
    /// Which requests go through which proxy.
    public var proxy: ProxyConfiguration
    /// Which certificate authorities are trusted.
    public var trust: TrustConfiguration
    /// Idle connections kept for one origin; more are closed.
    public var idleConnectionsPerOrigin: Int
    /// How long an idle connection is kept. Below the 60 s after which common load balancers drop it unannounced.
    public var idleConnectionTime: Duration
    /// Unread body bytes of one response after which the socket is no longer read.
    public var unreadBodyLimit: Int
    /// Which addresses may be connected to. With a proxy, names are resolved there and only checked as names.
    public var addresses = AddressRule.any

    public init(
        proxy: ProxyConfiguration = .none, trust: TrustConfiguration = .platform, idleConnectionsPerOrigin: Int = 8,
        idleConnectionTime: Duration = .seconds(30), unreadBodyLimit: Int = 256 * 1024
    ) {
        self.proxy = proxy
        self.trust = trust
        self.idleConnectionsPerOrigin = idleConnectionsPerOrigin
        self.idleConnectionTime = idleConnectionTime
        self.unreadBodyLimit = unreadBodyLimit
    }

    /// Proxy and trust as the environment says: `HTTPS_PROXY`, `HTTP_PROXY`, `ALL_PROXY`, `NO_PROXY`, `SSL_CERT_FILE`
    /// and `SSL_CERT_DIR`. A wrong value is reported by the first request that needs it.
    public init(environment: [String: String]) {
        self.init(
            proxy: ProxyConfiguration(environment: environment), trust: TrustConfiguration(environment: environment))
    }
}
