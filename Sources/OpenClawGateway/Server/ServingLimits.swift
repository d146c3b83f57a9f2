import OpenClawHost
import Transport

/// The bounds within which connections are served, in the units of the event loops.
struct ServingLimits: Hashable, Sendable {
    let head: HTTP1Limits
    let body: Int
    /// For forms with files, which are not held.
    let upload: Int
    /// For the forms of all clients together.
    let uploads: Int
    let connections: Int
    let requests: Int
    let requestsPerKey: Int
    let headTime: UInt64
    /// Between two pieces of a body.
    let bodyPause: UInt64
    let idleTime: UInt64
    let readerTime: UInt64
    let failedAttempts: Int
    let failureWindow: UInt64
    let lockout: UInt64
    let exemptsLoopback: Bool
    /// For a whole body, and for one with files.
    let bodyTime = GatewayClock.seconds(300)
    let uploadTime = GatewayClock.seconds(3600)
    /// Bytes that a client may send ahead of an answer.
    let pipelined = 64 * 1024

    init(_ limits: GatewayLimits = GatewayLimits()) {
        var head = HTTP1Limits.requests
        head.head = limits.headerBytes
        head.line = min(head.line, limits.headerBytes)
        self.head = head
        body = limits.bodyBytes
        upload = max(limits.bodyBytes, limits.uploadBytes)
        uploads = max(upload, limits.uploadsTotalBytes)
        connections = limits.connections
        requests = limits.requests
        requestsPerKey = limits.requestsPerKey
        headTime = Self.span(limits.headerTimeout)
        bodyPause = Self.span(limits.bodyTimeout)
        idleTime = Self.span(limits.idleTimeout)
        readerTime = Self.span(limits.readerTimeout)
        failedAttempts = limits.failedAttempts
        failureWindow = Self.span(limits.failureWindow)
        lockout = Self.span(limits.lockout)
        exemptsLoopback = limits.exemptsLoopback
    }

    /// The largest body that a route may take.
    func body(of route: Route) -> Int {
        if case .media(let service) = route.action, service.folder != nil { upload } else { body }
    }

    private static func span(_ duration: Duration) -> UInt64 { UInt64(max(0, duration.nanoseconds)) }
}
