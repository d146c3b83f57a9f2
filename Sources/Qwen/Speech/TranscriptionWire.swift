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
    /// The task protocol on a socket.
    case socket
    /// The protocol of sessions on a socket, in which the sound is text.
    case session

    init(_ wire: String) { self = TranscriptionWire(rawValue: wire) ?? .files }

    var isTask: Bool { self == .file || self == .files }

    var isSocket: Bool { self == .socket || self == .session }

    /// The path below the native base URL, or for sockets below theirs.
    var path: String {
        switch self {
        case .file, .files: "/services/audio/asr/transcription"
        case .message, .sound: "/services/aigc/multimodal-generation/generation"
        case .socket: "/inference"
        case .session: "/realtime"
        }
    }
}
