/// The way to an origin. Connections of equal routes are interchangeable.
struct ConnectionRoute: Hashable {
    let isTLS: Bool
    let host: String
    let port: Int
    let proxy: ProxyServer?

    init(target: RequestTarget, proxy: ProxyServer?) {
        isTLS = target.isTLS
        host = target.host
        port = target.port
        self.proxy = proxy
    }

    /// Host and port of the origin, for messages.
    var origin: String { Self.join(host, port) }

    var needsTLS: Bool { isTLS || proxy?.isTLS == true }

    /// Host and port for `CONNECT`; `nil` when there is no proxy or requests are sent to it in absolute form.
    var tunnel: String? { isTLS && proxy != nil ? origin : nil }

    /// Whom the socket connects to, for messages.
    var firstHop: String { proxy?.label ?? origin }

    static func join(_ host: String, _ port: Int) -> String {
        host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
    }
}
