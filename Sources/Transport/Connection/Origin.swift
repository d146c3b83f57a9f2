/// The place that requests of one kind go to.
package struct Origin: Hashable, Sendable {
    let target: RequestTarget
    let route: ConnectionRoute

    init(target: RequestTarget, route: ConnectionRoute) {
        self.target = target
        self.route = route
    }

    /// Host and port, for messages.
    package var name: String { route.origin }
    /// Whether TLS is spoken anywhere on the way.
    package var hasTLS: Bool { route.needsTLS }
    /// The value of the `host` field.
    package var authority: String { target.authority }

    /// What stands before the path when an HTTP proxy takes the request.
    package var targetPrefix: String {
        route.proxy != nil && !route.isTLS ? "http://\(target.authority)" : ""
    }

    /// The value of the proxy's own authorization field, when an HTTP proxy takes the request.
    package var proxyAuthorization: String? { route.isTLS ? nil : route.proxy?.authorization }
}
