extension Route {
    /// The service's own chat paths.
    package static let native: [Route] = DashScopePath.all.compactMap { path in
        guard case .chat(let isMultimodal) = path.use else { return nil }
        return .chat(path.pattern, DashScopeDialect(isMultimodal ? .multimodal : .text))
    }
}

extension [Route] {
    /// The routes, and the same below every base that clients of the service expect.
    package func withAliases() -> [Route] {
        self
            + flatMap { route in
                DashScopePath.aliases(of: route.path).map { path in
                    var alias = route
                    alias.path = path
                    return alias
                }
            }
    }
}
