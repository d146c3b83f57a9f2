extension Route {
    /// The routes of all protocols that are translated. Aliases are added to the whole table by `withAliases()`.
    package static let translated: [Route] =
        anthropic + native + [
            .chat("/v1/responses", ResponsesDialect()), .chat("/v1/completions", CompletionsDialect()),
        ]
}
