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
    /// The parts of the content, as far as the explicit cache is concerned.
    var blocks: [Block] = []

    /// One part of the content.
    struct Block: Sendable {
        /// Where it ends in `text`, in UTF-8 bytes.
        let end: Int
        /// How many media were seen up to its end.
        let media: Int
        let isMarked: Bool
    }
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
