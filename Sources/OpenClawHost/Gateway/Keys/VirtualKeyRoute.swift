/// Names for groups of paths, so that nobody has to type them.
package enum VirtualKeyRoute {
    private static let models = ["*/models", "*/models/*"]

    /// The groups, in the order of help. The patterns begin with a star, because the same paths are served below other bases.
    package static let groups: [(name: String, patterns: [String])] = [
        ("chat", ["*/chat/completions", "*/v1/completions"] + models),
        ("responses", ["*/responses", "*/responses/*"] + models),
        ("embeddings", ["*/embeddings", "*/rerank", "*/reranks"] + models),
        ("images", ["*/images", "*/images/*"] + models), ("videos", ["*/videos", "*/videos/*"] + models),
        ("audio", ["*/audio/*"] + models),
        ("anthropic", ["*/messages", "*/messages/*"] + models),
        ("native", ["/api/*", "/compatible-mode/*", "/compatible-api/*"]),
        ("metrics", ["/metrics"]),
    ]

    /// Whether routes of a key allow a path. A key without routes may use everything that is made for clients; what is made
    /// for the owner has to be named.
    package static func allow(_ path: String, by routes: [String]) -> Bool {
        guard !routes.isEmpty else { return path != "/metrics" }
        return routes.contains { route in
            let patterns = groups.first { $0.name == route }?.patterns ?? [route]
            return patterns.contains { WildcardPattern($0).matches(path) }
        }
    }

    /// Whether a text is a group or a pattern of a path.
    package static func isValid(_ route: String) -> Bool {
        route.hasPrefix("/") || groups.contains { $0.name == route }
    }
}
