/// What a generation starts from. Open: manifests may name more.
public struct GenerationMode: OpenIdentifier {
    public let rawValue: String
    public init(rawValue: String) { self.rawValue = rawValue }

    /// A prompt alone.
    public static let text: GenerationMode = "text"
    /// One picture that is the first frame, or the last one beside it.
    public static let frames: GenerationMode = "frames"
    /// Pictures, clips and sounds that the result refers to.
    public static let reference: GenerationMode = "reference"
    /// The beginning of a clip.
    public static let continuation: GenerationMode = "continuation"
    /// Words and pictures in turn.
    public static let interleave: GenerationMode = "interleave"
    /// A picture or clip that is changed.
    public static let edit: GenerationMode = "edit"
}
