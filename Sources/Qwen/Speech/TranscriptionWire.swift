/// The ways to transcripts in the service's protocol, by the words of `speech.json`.
enum TranscriptionWire: String {
    /// A message with a sound, answered at once.
    case message
    /// The same in the shape of other models: another member, another place of the answer.
    case sound
    /// A task for one file.
    case file
    /// A task for a list of files.
    case files

    init(_ wire: String) { self = TranscriptionWire(rawValue: wire) ?? .files }

    var isTask: Bool { self == .file || self == .files }

    /// The path below the native base URL.
    var path: String {
        isTask ? "/services/audio/asr/transcription" : "/services/aigc/multimodal-generation/generation"
    }
}
