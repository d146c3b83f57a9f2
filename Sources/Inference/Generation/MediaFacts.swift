/// What was found out about a file without decoding it. What could not be found out is `nil` and not checked.
public struct MediaFacts: Hashable, Sendable, Codable {
    /// For example `image/png`, by the content.
    public var mediaType: String?
    public var byteCount: Int?
    public var size: PixelSize?
    /// Length of a clip or sound.
    public var seconds: Double?

    public init(mediaType: String? = nil, byteCount: Int? = nil, size: PixelSize? = nil, seconds: Double? = nil) {
        self.mediaType = mediaType
        self.byteCount = byteCount
        self.size = size
        self.seconds = seconds
    }
}
