#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// One path of the gateway and what it does. A reference, because every request carries one along.
package final class Route: Sendable {
    /// The path without a query. One that ends in `/*` stands for everything below.
    package let path: String
    package let method: RouteMethod
    /// Only a health check without content may do without.
    package let needsToken: Bool
    /// How the clients of this path want to hear of failures.
    package let refusals: RefusalStyle
    package let action: RouteAction
    /// The largest body of a request, where it is less than for others.
    package let bodyLimit: Int
    /// What a path is compared with, and whether it may go on.
    private let pattern: [UInt8]
    private let isPrefix: Bool

    package init(
        _ method: RouteMethod, _ path: String, needsToken: Bool = true, refusals: RefusalStyle = .openAI,
        action: RouteAction, bodyLimit: Int = .max
    ) {
        isPrefix = path.hasSuffix("/*")
        pattern = Array((isPrefix ? path.dropLast() : path[...]).utf8)
        self.bodyLimit = bodyLimit
        self.path = path
        self.method = method
        self.needsToken = needsToken
        self.refusals = refusals
        self.action = action
    }

    /// A path where chat requests of another dialect are taken: `Route.chat("/v1/messages", AnthropicDialect())`.
    package static func chat(_ path: String, _ dialect: any ClientDialect) -> Route {
        Route(.post, path, refusals: RefusalStyle(dialect), action: .translatedChat(dialect))
    }
}

extension Route {
    /// The same route, but for some of it.
    func with(path: String? = nil, action: RouteAction? = nil, bodyLimit: Int? = nil) -> Route {
        Route(
            method, path ?? self.path, needsToken: needsToken, refusals: refusals, action: action ?? self.action,
            bodyLimit: bodyLimit ?? self.bodyLimit)
    }

    /// Whether a path is one of the route's.
    func takes(_ candidate: UnsafeRawBufferPointer) -> Bool {
        guard isPrefix ? candidate.count > pattern.count : candidate.count == pattern.count else { return false }
        return pattern.withUnsafeBytes { memory in
            guard let left = memory.baseAddress, let right = candidate.baseAddress else { return false }
            return memcmp(left, right, memory.count) == 0
        }
    }
}

/// The methods that routes are asked with. `GET` includes `HEAD`.
package enum RouteMethod: String, Sendable {
    case get = "GET"
    case post = "POST"
    case delete = "DELETE"
}
