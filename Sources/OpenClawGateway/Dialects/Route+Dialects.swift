extension Route {
    /// The routes of all other protocols, translated or relayed. Aliases are added to the whole table by `withAliases()`.
    package static let translated: [Route] =
        anthropic + native + relayed + [
            .responses, .chat("/v1/completions", CompletionsDialect()),
        ]
}
