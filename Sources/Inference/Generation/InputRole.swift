/// What an input of a generation is for. Open: manifests may name more.
public struct InputRole: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    public static let firstFrame: InputRole = "first_frame"
    public static let lastFrame: InputRole = "last_frame"
    public static let firstClip: InputRole = "first_clip"
    public static let referenceImage: InputRole = "reference_image"
    public static let referenceVideo: InputRole = "reference_video"
    public static let referenceAudio: InputRole = "reference_audio"
    /// Sound that the result is made for.
    public static let audio: InputRole = "audio"
    /// The picture or clip that is changed.
    public static let source: InputRole = "source"
}
