import Inference

/// The generations of the service's protocol, by the words of `media.json`.
enum GenerationWire: String {
    case video
    case videoFromImage = "video-from-image"
    /// As the one before, with the watermark beside the pictures.
    case animate
    case messages
    case messagesTask = "messages-task"
    case textToImage = "text-to-image"
    case imageToImage = "image-to-image"
    /// As the one before, for one picture with the same picture as its result.
    case imageTranslation = "image-translation"
    /// A file of texts whose vectors are another file.
    case embeddingFile = "embedding-file"

    init(_ wire: String) { self = GenerationWire(rawValue: wire) ?? .video }

    /// The path below the native base URL.
    var path: String {
        switch self {
        case .video: "/services/aigc/video-generation/video-synthesis"
        case .videoFromImage, .animate: "/services/aigc/image2video/video-synthesis"
        case .messages: "/services/aigc/multimodal-generation/generation"
        case .messagesTask: "/services/aigc/image-generation/generation"
        case .textToImage: "/services/aigc/text2image/image-synthesis"
        case .embeddingFile: "/services/embeddings/text-embedding/text-embedding"
        case .imageToImage, .imageTranslation: "/services/aigc/image2image/image-synthesis"
        }
    }

    var hasMessages: Bool { self == .messages || self == .messagesTask }

    /// Parameters that stand beside the prompt.
    var inputParameters: [String] {
        switch self {
        case .messages, .messagesTask: []
        case .animate: ["watermark"]
        case .imageTranslation: ["source_lang", "target_lang", "ext"]
        default: ["negative_prompt", "template", "function", "mask_frame_id"]
        }
    }

    /// Whether the number of results is said; most models that make pictures assume several.
    func saysCount(of kind: Modality) -> Bool { kind == .image && self != .imageTranslation }

    /// Whether the request has to ask for a task; one that must not is refused with it.
    var isTask: Bool { self != .messages }
}
