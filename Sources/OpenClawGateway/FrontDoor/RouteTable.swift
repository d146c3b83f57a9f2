#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// All paths of the gateway.
package struct RouteTable: Sendable {
    /// What the table says about a request.
    enum Match {
        case route(Route)
        /// The path is there, but not for this method.
        case otherMethod(allowed: [RouteMethod], Route)
        case none
    }

    fileprivate struct Entry: Sendable {
        let path: [UInt8]
        let isPrefix: Bool
        let route: Route
    }

    private let entries: [Entry]

    /// - Parameter routes: of two routes for one request the first one counts.
    package init(_ routes: [Route]) {
        entries = routes.map { route in
            let isPrefix = route.path.hasSuffix("/*")
            let path = isPrefix ? String(route.path.dropLast()) : route.path
            return Entry(path: Array(path.utf8), isPrefix: isPrefix, route: route)
        }
    }

    /// A dozen comparisons of bytes, most of which end at the length.
    func match(_ method: RequestMethod, path: UnsafeRawBufferPointer) -> Match {
        var other: Route?
        var allowed: [RouteMethod] = []
        // By index: an entry that does not match is not copied.
        for index in entries.indices where entries[index].matches(path) {
            let route = entries[index].route
            if method.matches(route.method) { return .route(route) }
            other = other ?? route
            allowed.append(route.method)
        }
        return other.map { .otherMethod(allowed: allowed, $0) } ?? .none
    }
}

extension RouteTable.Entry {
    fileprivate func matches(_ candidate: UnsafeRawBufferPointer) -> Bool {
        guard isPrefix ? candidate.count > path.count : candidate.count == path.count else { return false }
        return path.withUnsafeBytes { memory in
            guard let left = memory.baseAddress, let right = candidate.baseAddress else { return false }
            return memcmp(left, right, memory.count) == 0
        }
    }
}
