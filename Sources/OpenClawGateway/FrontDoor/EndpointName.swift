package import OpenClawHost

/// The names under which `gateway.http.endpoints` speaks of paths.
enum EndpointName: String, CaseIterable {
    case chatCompletions, completions, responses, messages, embeddings, rerank, images, videos, audio, native

    /// What a path belongs to, whatever base it stands below.
    init?(path: String) {
        let segments = path.split(separator: "/")
        if path.hasSuffix("/chat/completions") {
            self = .chatCompletions
        } else if let name = segments.lazy.compactMap({ Self.segments[$0] }).first {
            self = name
        } else if segments.first == "api" || segments.first == "api-ws" {
            self = .native
        } else {
            return nil
        }
    }

    private static let segments: [Substring: EndpointName] = [
        "completions": .completions, "responses": .responses, "messages": .messages, "embeddings": .embeddings,
        "rerank": .rerank, "reranks": .rerank, "images": .images, "videos": .videos, "audio": .audio,
    ]
}

extension [Route] {
    /// The routes that are enabled, as their owner set them.
    package func served(by settings: GatewaySettings) -> [Route] {
        compactMap { route in
            guard let name = EndpointName(path: route.path)?.rawValue else { return route }
            guard !settings.disabledEndpoints.contains(name) else { return nil }
            var action = route.action
            if case .messages(let dialect, _) = action {
                action = .messages(dialect, prefersService: settings.relayedEndpoints.contains(name))
            }
            return route.with(action: action, bodyLimit: settings.bodyLimits[name] ?? .max)
        }
    }
}
