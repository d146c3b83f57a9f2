/// One path of the gateway and what it does.
package struct Route: Sendable {
    /// The path without a query. One that ends in `/*` stands for everything below.
    package var path: String
    package var method: RouteMethod
    /// Only a health check without content may do without.
    package var needsToken: Bool
    /// How the clients of this path want to hear of failures.
    package var refusals: RefusalStyle
    package var action: RouteAction
    /// The largest body of a request, where it is less than for others.
    package var bodyLimit = Int.max

    package init(
        _ method: RouteMethod, _ path: String, needsToken: Bool = true, refusals: RefusalStyle = .openAI,
        action: RouteAction
    ) {
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

/// The methods that routes are asked with. `GET` includes `HEAD`.
package enum RouteMethod: String, Sendable {
    case get = "GET"
    case post = "POST"
    case delete = "DELETE"
}
