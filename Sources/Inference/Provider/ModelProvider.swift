/// A vendor behind the seam: data that describes it, and one codec per modality.
///
/// Write one by decoding a manifest from resource files and returning codecs; what the vendor lacks stays `nil`.
public protocol ModelProvider: Sendable {
    /// What the provider is: ids, endpoints, key names, onboarding choices, models.
    var manifest: ProviderManifest { get }

    /// The chat codec.
    var chat: (any ChatModel)? { get }
    /// The codec for vectors of texts.
    var embeddings: (any EmbeddingModel)? { get }
    /// The codec for ranking texts.
    var rerank: (any RerankModel)? { get }
    /// The codec for pictures and videos.
    var generation: (any GenerationModel)? { get }
    /// The codec for speech.
    var speech: (any SpeechModel)? { get }
    /// The codec for writing recordings down.
    var transcription: (any TranscriptionModel)? { get }
    /// The codec for voices of users' own.
    var voices: (any VoiceService)? { get }
    /// The codec for tasks.
    var tasks: (any TaskService)? { get }
    /// The codec for uploads of local files.
    var uploads: (any UploadService)? { get }
    /// The limits of what models look at.
    var understanding: (any UnderstandingModel)? { get }
    /// The codec for clients that speak the service's own protocol.
    var native: (any NativeService)? { get }
}

extension ModelProvider {
    public var chat: (any ChatModel)? { nil }
    public var embeddings: (any EmbeddingModel)? { nil }
    public var rerank: (any RerankModel)? { nil }
    public var generation: (any GenerationModel)? { nil }
    public var speech: (any SpeechModel)? { nil }
    public var transcription: (any TranscriptionModel)? { nil }
    public var voices: (any VoiceService)? { nil }
    public var tasks: (any TaskService)? { nil }
    public var uploads: (any UploadService)? { nil }
    public var understanding: (any UnderstandingModel)? { nil }
    public var native: (any NativeService)? { nil }
}
