/// One message, its text parts joined and its media apart.
struct ChatMessage: Sendable {
    let role: String
    var text: String
    var media: [MediaItem] = []
    var reasoning: String?
    var toolCalls: [JSON] = []
    var toolCallID: String?
    var isPartial = false
    var hasContent = true
    /// Where in `text` explicit cache marks stand, in UTF-8 bytes.
    var cacheMarks: [Int] = []
}

/// An image, a video or a sound that a message carries.
struct MediaItem: Sendable {
    enum Kind: String, Sendable { case image, video, audio }

    let kind: Kind
    /// The address, or the addresses of the frames of a video.
    let urls: [String]
    var minPixels: Int?
    var maxPixels: Int?
    var framesPerSecond: Double = 2
}
