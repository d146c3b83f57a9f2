/// A voice of a model.
public struct SpeechVoice: Hashable, Sendable {
    /// As requests name it; case and spaces count.
    public var name: String
    /// What it is like, where the documentation says so.
    public var note: String?

    public init(name: String, note: String? = nil) {
        self.name = name
        self.note = note
    }
}
