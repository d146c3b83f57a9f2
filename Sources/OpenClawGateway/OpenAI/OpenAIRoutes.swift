package import OpenClawHost

/// The paths of OpenAI's interface.
package enum OpenAIRoutes {
    /// - Parameter created: seconds since 1970, for the lists of models.
    package static func all(selector: ModelSelector, created: Int) -> [Route] {
        let list = ModelListDocument(selector: selector, created: created)
        return [
            Route(.post, "/v1/chat/completions", action: .chat),
            Route(.post, "/v1/embeddings", action: .embeddings), Route(.post, "/v1/rerank", action: .rerank),
            Route(.get, "/v1/models", action: .answer { _ in GatewayAnswer(body: list.bytes) }),
            Route(.get, "/v1/models/*", action: .answer { list.answer(to: $0) }),
        ]
    }
}
