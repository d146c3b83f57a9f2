/// The models that are used when the user named none.
public struct DefaultModels: Hashable, Sendable {
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

    public init(
        chat: ModelID, chatAlias: String, imageUnderstanding: ModelID? = nil, videoUnderstanding: ModelID? = nil,
        video: ModelID? = nil, image: ModelID? = nil, speech: ModelID? = nil, transcription: ModelID? = nil,
        embedding: ModelID? = nil, rerank: ModelID? = nil
    ) {
        self.chat = chat
        self.chatAlias = chatAlias
        self.imageUnderstanding = imageUnderstanding
        self.videoUnderstanding = videoUnderstanding
        self.video = video
        self.image = image
        self.speech = speech
        self.transcription = transcription
        self.embedding = embedding
        self.rerank = rerank
    }
}
