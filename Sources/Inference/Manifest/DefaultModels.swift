/// The models that are used when the user named none.
public struct DefaultModels: Hashable, Sendable, Codable {
    /// For chat.
    public var chat: ModelID
    /// The alias that onboarding gives to the chat default.
    public var chatAlias: String
    /// For the understanding of images and video.
    public var imageUnderstanding: ModelID?
    public var videoUnderstanding: ModelID?
    /// For the generation of video, images and speech.
    public var video: ModelID?
    public var image: ModelID?
    public var speech: ModelID?
    /// For transcription, embeddings and reranking.
    public var transcription: ModelID?
    public var embedding: ModelID?
    public var rerank: ModelID?
}
