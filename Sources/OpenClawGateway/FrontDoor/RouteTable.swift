/// All paths of the gateway.
package struct RouteTable: Sendable {
    /// What the table says about a request.
    enum Match {
        case route(Route)
        /// The path is there, but not for this method.
        case otherMethod(allowed: [RouteMethod], Route)
        case none
    }

    private let routes: [Route]

    /// - Parameter routes: of two routes for one request the first one counts.
    package init(_ routes: [Route]) { self.routes = routes }

    /// A dozen comparisons of bytes, most of which end at the length.
    func match(_ method: RequestMethod, path: UnsafeRawBufferPointer) -> Match {
        var other: Route?
        var allowed: [RouteMethod] = []
        for route in routes where route.takes(path) {
            if method.matches(route.method) { return .route(route) }
            other = other ?? route
            allowed.append(route.method)
        }
        return other.map { .otherMethod(allowed: allowed, $0) } ?? .none
    }
}
