import NIOHTTP1

/// Finds the route of a call behind an endpoint.
struct Router: Sendable {
    let service: SimulatedService
    let context: CallContext
    let body: JSON

    func reply() async throws(ServiceError) -> Reply {
        let endpoint = context.endpoint
        guard BodyLimit.allows(context.call.body) else { throw ServiceError("body_too_large") }
        if !service.configuration.acceptAnyKey {
            let key = context.call.key(acceptingHeader: context.dialect == .anthropic && endpoint.plan != "token-plan")
            if let refusal = service.world.keys.refusal(of: key, at: endpoint) { throw ServiceError(refusal) }
        }
        if let rest = rest(after: endpoint.compatible) { return try await compatible(rest) }
        if let native = endpoint.native, let rest = rest(after: native) { return try await self.native(rest) }
        if endpoint.plan == "standard", context.path == "/compatible-api/v1/reranks" {
            try require("POST")
            return try RerankRoute(service: service, context: context).compatible(body)
        }
        if context.path == endpoint.anthropic + "/v1/messages" {
            try require("POST")
            return try await chat { entry async throws(ServiceError) in try await entry.anthropic() }
        }
        throw ServiceError(context.dialect == .native ? "not_found" : "empty_404")
    }

    private func compatible(_ rest: String) async throws(ServiceError) -> Reply {
        let isStandard = context.endpoint.plan == "standard"
        switch rest {
        case "chat/completions":
            try require("POST")
            if let reply = try recognition() { return reply }
            return try await chat { entry async throws(ServiceError) in try await entry.compatible() }
        case "responses" where context.endpoint.plan != "coding":
            try require("POST")
            return try await chat { entry async throws(ServiceError) in try await entry.responses() }
        case "images/generations" where isStandard:
            try require("POST")
            return try CompatibleImagesRoute(service: service, context: context, body: body).reply()
        case "models" where context.endpoint.listsModels:
            return ModelsRoute(service: service, context: context).compatible()
        case "embeddings" where isStandard:
            try require("POST")
            return try EmbeddingsRoute(service: service, context: context).compatible(body)
        case "completions" where isStandard:
            try require("POST")
            return try CompletionsRoute(service: service, context: context).reply(body)
        default:
            if isStandard, rest == "files" || rest.hasPrefix("files/") {
                return try CompatibleFilesRoute(service: service, context: context).reply(rest)
            }
            if isStandard, rest == "batches" || rest.hasPrefix("batches/") {
                return try await BatchesRoute(service: service, context: context, body: body).reply(rest)
            }
            if rest.hasPrefix("models/"), context.endpoint.listsModels {
                return try ModelsRoute(service: service, context: context).compatible(String(rest.dropFirst(7)))
            }
            throw ServiceError("empty_404")
        }
    }

    private func native(_ rest: String) async throws(ServiceError) -> Reply {
        if rest.hasPrefix("services/"), let reply = try await media(String(rest.dropFirst("services/".count))) {
            return reply
        }
        if rest == "tasks" || rest.hasPrefix("tasks/") { return try tasks(rest) }
        guard context.endpoint.plan == "standard" else { throw ServiceError("not_found") }
        if rest == "files" || rest.hasPrefix("files/") {
            return try NativeFilesRoute(service: service, context: context).reply(rest)
        }
        switch rest {
        case "uploads":
            try require("GET")
            return try UploadsRoute(service: service, context: context).reply()
        case "services/aigc/text-generation/generation":
            try requireSynchronous()
            return try await chat { entry async throws(ServiceError) in try await entry.native(isMultimodal: false) }
        case "services/aigc/multimodal-generation/generation":
            try requireSynchronous()
            return try await chat { entry async throws(ServiceError) in try await entry.native(isMultimodal: true) }
        case "services/embeddings/text-embedding/text-embedding":
            try requireSynchronous()
            return try EmbeddingsRoute(service: service, context: context).native(body)
        case "services/rerank/text-rerank/text-rerank":
            try requireSynchronous()
            return try RerankRoute(service: service, context: context).native(body)
        case "tokenizer":
            try require("POST")
            return try TokenizerRoute(service: service, context: context).reply(body)
        case "models": return ModelsRoute(service: service, context: context).native()
        default: throw ServiceError("not_found")
        }
    }

    private func media(_ path: String) async throws(ServiceError) -> Reply? {
        try await MediaRoute(service: service, context: context, body: body, path: path).reply()
    }

    /// Some models that write recordings down are asked like a chat.
    private func recognition() throws(ServiceError) -> Reply? {
        guard let card = body["model"]?.string.flatMap({ service.world.media[$0] }), card.isSold(on: context.endpoint),
            card.traits["compatibleChat"] == true
        else { return nil }
        let ask = MediaAsk(
            service: service, context: context, card: card, path: "chat/completions", input: body, parameters: body)
        return try RecognitionRoute(ask: ask).compatible(stream: body["stream"]?.bool ?? false)
    }

    /// The Token Plan answers for single tasks only.
    private func tasks(_ rest: String) throws(ServiceError) -> Reply {
        let parts = rest.split(separator: "/").dropFirst().map(String.init)
        let isStandard = context.endpoint.plan == "standard"
        let route = TasksRoute(service: service, context: context)
        switch (context.call.method, parts.count) {
        case ("GET", 0) where isStandard: return try TaskListRoute(service: service, context: context).reply()
        case ("GET", 1): return try route.get(parts[0])
        case ("POST", 2) where isStandard && parts[1] == "cancel": return try route.cancel(parts[0])
        default: throw ServiceError("not_found")
        }
    }

    private func chat(
        _ run: (ChatEntry) async throws(ServiceError) -> Reply
    ) async throws(ServiceError) -> Reply {
        guard body.object != nil else { throw ServiceError("invalid_body") }
        return try await run(ChatEntry(service: service, context: context, body: body))
    }

    private func rest(after prefix: String) -> String? {
        context.path.hasPrefix(prefix + "/") ? String(context.path.dropFirst(prefix.count + 1)) : nil
    }

    private func require(_ method: String) throws(ServiceError) {
        guard context.call.method == method else {
            throw ServiceError("method_not_supported", ["value": context.call.method])
        }
    }

    private func requireSynchronous() throws(ServiceError) {
        try require("POST")
        if context.call.headers.first(name: "x-dashscope-async")?.lowercased() == "enable" {
            throw ServiceError("async_denied")
        }
    }
}
