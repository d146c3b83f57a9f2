import Inference

extension Route {
    /// The service's own chat paths.
    package static let native: [Route] = DashScopePath.all.compactMap { path in
        guard case .chat(let isMultimodal) = path.use else { return nil }
        let dialect = DashScopeDialect(isMultimodal ? .multimodal : .text)
        guard isMultimodal else { return .chat(path.pattern, dialect) }
        return Route(
            .post, path.pattern, refusals: RefusalStyle(dialect), action: .native(conversations: dialect))
    }

    /// The service's other paths. `DashScopePath` decides about each request; these are the places to begin.
    package static let relayed: [Route] = {
        let refusals = RefusalStyle(DashScopeDialect(.text))
        let places: [(RouteMethod, [String])] = [
            (.post, ["services/*", "tasks/*", "tokenizer", "apps/*", "nlp/*", "files"]),
            (.get, ["tasks", "tasks/*", "uploads", "models", "files", "files/*"]), (.delete, ["files/*"]),
        ]
        let routes = places.flatMap { method, paths in
            paths.map { path in
                Route(method, "/api/v1/" + path, refusals: refusals, action: .native(conversations: nil))
            }
        }
        return routes + [Route(.get, "/api-ws/v1/*", refusals: refusals, action: .socket)]
    }()
}

extension [Route] {
    /// The routes, and the same below every base that clients of the service expect.
    package func withAliases() -> [Route] {
        self
            + flatMap { route in
                DashScopePath.aliases(of: route.path).map { route.with(path: $0) }
            }
    }
}
