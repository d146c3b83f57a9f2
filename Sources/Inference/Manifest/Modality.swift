/// A kind of content that a model takes or gives. Open: `text`, `image`, `video`, `audio` are common.
public struct Modality: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let text: Modality = "text"
    public static let image: Modality = "image"
    public static let video: Modality = "video"
    public static let audio: Modality = "audio"
}
