/// What a generation used. What the service did not say is `nil`.
public struct GenerationUsage: Hashable, Sendable, Codable {
    public var images: Int?
    public var videos: Int?
    /// Seconds of the result.
    public var outputSeconds: Double?
    /// Seconds of the clips that went in.
    public var inputSeconds: Double?
    /// The resolution that is charged, for example `720P`.
    public var resolution: String?
    public var characters: Int?
    /// The size and the shape of the result.
    public var size: PixelSize?
    public var ratio: AspectRatio?

    public init(
        images: Int? = nil, videos: Int? = nil, outputSeconds: Double? = nil, inputSeconds: Double? = nil,
        resolution: String? = nil, characters: Int? = nil, size: PixelSize? = nil, ratio: AspectRatio? = nil
    ) {
        self.images = images
        self.videos = videos
        self.outputSeconds = outputSeconds
        self.inputSeconds = inputSeconds
        self.resolution = resolution
        self.characters = characters
        self.size = size
        self.ratio = ratio
    }
}
