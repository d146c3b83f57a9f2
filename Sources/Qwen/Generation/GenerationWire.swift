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

    init(_ wire: String) { self = GenerationWire(rawValue: wire) ?? .video }

    /// The path below the native base URL.
    var path: String {
        switch self {
        case .video: "/services/aigc/video-generation/video-synthesis"
        case .videoFromImage, .animate: "/services/aigc/image2video/video-synthesis"
        case .messages: "/services/aigc/multimodal-generation/generation"
        case .messagesTask: "/services/aigc/image-generation/generation"
        case .textToImage: "/services/aigc/text2image/image-synthesis"
        case .imageToImage: "/services/aigc/image2image/image-synthesis"
        }
    }

    var hasMessages: Bool { self == .messages || self == .messagesTask }

    /// Parameters that stand beside the prompt.
    var inputParameters: [String] {
        switch self {
        case .messages, .messagesTask: []
        case .animate: ["watermark"]
        default: ["negative_prompt", "template", "function"]
        }
    }

    /// Whether the request has to ask for a task; one that must not is refused with it.
    var isTask: Bool { self != .messages }
}
