/// The ways to speech in the service's protocol, by the words of `speech.json`.
enum SpeechWire: String {
    /// Everything is a member of the input, also what other paths call parameters; the sound is samples.
    case message
    /// A path of its own with a format and a rate.
    case synthesizer
    /// The task protocol on a socket.
    case socket
    /// The protocol of sessions on a socket, in which the sound is text.
    case session

    init(_ wire: String) { self = SpeechWire(rawValue: wire) ?? .message }

    var isSocket: Bool { self == .socket || self == .session }

    /// The path below the native base URL, or for sockets below theirs.
    var path: String {
        switch self {
        case .message: "/services/aigc/multimodal-generation/generation"
        case .synthesizer: "/services/audio/tts/SpeechSynthesizer"
        case .socket: "/inference"
        case .session: "/realtime"
        }
    }
}
