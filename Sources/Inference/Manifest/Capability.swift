/// Something an endpoint can be asked for. Open: manifests may name more.
public struct Capability: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let chat: Capability = "chat"
    public static let responses: Capability = "responses"
    public static let anthropic: Capability = "anthropic"
    public static let models: Capability = "models"
    public static let embeddings: Capability = "embeddings"
    public static let rerank: Capability = "rerank"
    public static let images: Capability = "images"
    public static let video: Capability = "video"
    public static let speech: Capability = "speech"
    public static let transcription: Capability = "transcription"
    public static let imageUnderstanding: Capability = "image-understanding"
    public static let videoUnderstanding: Capability = "video-understanding"
}
