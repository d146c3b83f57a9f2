import Inference

/// Whether the gateway is there, for those who watch it.
package enum HealthRoutes {
    /// - Parameter isReady: whether requests can be answered: a credential is there.
    package static func all(isReady: @escaping @Sendable () -> Bool) -> [Route] {
        let live = Array(#"{"ok":true,"status":"live"}"#.utf8)
        return [
            Route(.get, "/healthz", needsToken: false, action: .answer { _ in GatewayAnswer(body: live) }),
            Route(.get, "/health", needsToken: false, action: .answer { _ in GatewayAnswer(body: live) }),
            Route(.get, "/readyz", action: .answer { _ in ready(isReady()) }),
        ]
    }

    private static func ready(_ isReady: Bool) -> GatewayAnswer {
        GatewayAnswer(status: isReady ? 200 : 503, json: ["ready": .bool(isReady)])
    }
}
