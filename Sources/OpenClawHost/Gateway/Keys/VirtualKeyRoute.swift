/// Names for groups of paths, so that nobody has to type them.
package enum VirtualKeyRoute {
    /// The groups, in the order of help.
    package static let groups: [(name: String, patterns: [String])] = [
        ("chat", ["/v1/chat/completions", "/v1/completions", "/v1/models", "/v1/models/*"]),
        ("responses", ["/v1/responses", "/v1/responses/*", "/v1/models", "/v1/models/*"]),
        ("embeddings", ["/v1/embeddings", "/v1/rerank", "/v1/models", "/v1/models/*"]),
        ("anthropic", ["/v1/messages", "/v1/messages/*", "/messages", "/messages/*", "/anthropic/*", "/v1/models*"]),
        ("native", ["/api/*", "/compatible-mode/*", "/compatible-api/*"]),
        ("metrics", ["/metrics"]),
    ]

    /// What a key without restriction may use.
    private static let ordinary = ["/v1/*", "/messages", "/messages/*", "/anthropic/*", "/api/*", "/compatible-*"]

    /// The patterns that names and patterns stand for.
    package static func patterns(of routes: [String]) -> [String] {
        guard !routes.isEmpty else { return ordinary }
        return routes.flatMap { route in groups.first { $0.name == route }?.patterns ?? [route] }
    }

    /// Whether a text is a group or a pattern of a path.
    package static func isValid(_ route: String) -> Bool {
        route.hasPrefix("/") || groups.contains { $0.name == route }
    }
}
