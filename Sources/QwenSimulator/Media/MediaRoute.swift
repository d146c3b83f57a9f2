import NIOHTTP1

/// Finds who answers a native call for a media model, and whether it may be asked that way.
struct MediaRoute: Sendable {
    let service: SimulatedService
    let context: CallContext
    let body: JSON
    /// The path below `services/`.
    let path: String

    /// Nothing when the path or its model belongs to the chat side.
    func reply() async throws(ServiceError) -> Reply? {
        let name = body["model"]?.string
        let isMediaPath = service.world.media.cards.contains { $0.sync.contains(path) || $0.async.contains(path) }
        guard let card = name.flatMap({ service.world.media[$0] }) else {
            guard isMediaPath, !isShared else { return nil }
            guard let name, !name.isEmpty else { throw ServiceError("model_missing") }
            let isKnown = service.world.models[name]?.isSold(on: context.endpoint) ?? false
            throw isKnown ? ServiceError("url_error") : ServiceError("model_not_exist", ["model": name])
        }
        guard context.call.method == "POST" else {
            throw ServiceError("method_not_supported", ["value": context.call.method])
        }
        guard card.isSold(on: context.endpoint) else { throw ServiceError("model_not_exist", ["model": card.id]) }
        guard card.sync.contains(path) || card.async.contains(path) else { throw ServiceError("url_error") }
        let wantsTask = context.call.headers.first(name: "x-dashscope-async")?.lowercased() == "enable"
        // The Token Plan makes pictures at once only.
        let takesTasks = card.async.contains(path) && !(context.endpoint.plan == "token-plan" && card.kind == .image)
        if wantsTask, !takesTasks { throw ServiceError("async_denied") }
        if !wantsTask, !card.sync.contains(path) { throw ServiceError("sync_denied") }
        return try await answer(card, asTask: wantsTask)
    }

    /// Paths that chat or text models use too.
    private var isShared: Bool {
        ["aigc/multimodal-generation/generation", "embeddings/text-embedding/text-embedding"].contains(path)
    }

    private func answer(_ card: MediaCard, asTask: Bool) async throws(ServiceError) -> Reply {
        guard let input = body["input"] else { throw ServiceError("input_missing") }
        let ask = MediaAsk(
            service: service, context: context, card: card, path: path, input: input,
            parameters: body["parameters"] ?? [:])
        switch card.kind {
        case .video: return try VideoRoute(ask: ask).reply()
        case .image: return try ImageRoute(ask: ask).reply(asTask: asTask)
        case .speech: return try SpeechRoute(ask: ask).reply()
        case .recognition: return try RecognitionRoute(ask: ask).native()
        case .transcription: return try TranscriptionRoute(ask: ask).reply()
        case .voice: return try VoiceRoute(ask: ask).reply()
        case .multimodalEmbedding: return try MultimodalEmbeddingRoute(ask: ask).reply()
        case .embeddingFile: return try EmbeddingFileRoute(ask: ask).reply()
        }
    }
}
