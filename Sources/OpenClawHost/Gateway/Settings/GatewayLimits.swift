/// What one client may take from the gateway. The defaults are generous for people and tight for attacks.
///
/// Configuration: `gateway.limits.<name>`; durations end in `Ms`.
package struct GatewayLimits: Hashable, Sendable {
    /// Bytes of a request line and its headers.
    package var headerBytes = 32 << 10
    /// Bytes of a request body, unless `gateway.http.endpoints.*.maxBodyBytes` says less for one endpoint.
    package var bodyBytes = 32 << 20
    /// Bytes of a form with files, which go to disk as they come.
    package var uploadBytes = 512 << 20
    /// Bytes that the forms of all clients may take of the disk at a time.
    package var uploadsTotalBytes = 4 << 30
    /// Connections at a time.
    package var connections = 10_000
    /// Requests at a time, of all clients together.
    package var requests = 8_192
    /// Requests at a time of one virtual key.
    package var requestsPerKey = 1_024
    /// How long the head of a request may take.
    package var headerTimeout: Duration = .seconds(10)
    /// How long a body may pause.
    package var bodyTimeout: Duration = .seconds(30)
    /// How long a connection may stay open without a request.
    package var idleTimeout: Duration = .seconds(60)
    /// How long a client may leave an answer unread.
    package var readerTimeout: Duration = .seconds(60)
    /// How long open streams may go on after the gateway was asked to stop.
    package var drainTimeout: Duration = .seconds(25)
    /// Failed attempts of one address before it has to wait.
    package var failedAttempts = 20
    /// The time in which they count.
    package var failureWindow: Duration = .seconds(60)
    /// How long it has to wait.
    package var lockout: Duration = .seconds(60)
    /// Whether failed attempts of this machine do not count. Pages in its browser are on it, too.
    package var exemptsLoopback = false

    package init() {}
}
