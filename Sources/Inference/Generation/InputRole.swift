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
    /// The voice of somebody whom a reference shows; see ``GenerationInput/owner``.
    public static let referenceVoice: InputRole = "reference_voice"
    /// What the result tells.
    public static let document: InputRole = "document"
    /// The page of the web that the result tells.
    public static let page: InputRole = "page"
    /// What may be changed of a picture or clip, in white.
    public static let mask: InputRole = "mask"
    /// The end of a clip that is continued backwards.
    public static let lastClip: InputRole = "last_clip"
    /// The picture or clip that is changed.
    public static let source: InputRole = "source"
}
