/// The format of a sound. Open: manifests may name more.
public struct SoundFormat: OpenIdentifier {
    public let rawValue: String

    public init(rawValue: String) { self.rawValue = rawValue }

    /// A RIFF file of samples.
    public static let wav: SoundFormat = "wav"
    /// Samples of 16 bits without a header, the lower byte first, one channel.
    public static let pcm: SoundFormat = "pcm"
    public static let mp3: SoundFormat = "mp3"
    /// Opus in Ogg.
    public static let opus: SoundFormat = "opus"

    /// For `Content-Type` and sidecars.
    public var mediaType: String {
        switch self {
        case .wav: "audio/wav"
        case .pcm: "audio/pcm"
        case .mp3: "audio/mpeg"
        case .opus: "audio/ogg"
        default: "audio/\(rawValue)"
        }
    }

    /// What names of such files end with, without the dot.
    public var ending: String { self == .opus ? "ogg" : rawValue }

    /// The format that an ending stands for.
    public init(ending: String) {
        switch ending.lowercased() {
        case "ogg", "oga": self = .opus
        case "wave": self = .wav
        case let other: self.init(rawValue: other)
        }
    }
}
