/// What comes while a text is spoken.
public enum SpeechEvent: Hashable, Sendable {
    /// Bytes of the sound, in the format of the plan's stream.
    case audio([UInt8])
    /// The address of the whole sound as a file; fetch it without a credential when no bytes came.
    case file(String)
    /// It is all there.
    case finished(SpeechUsage)
}

/// What a service says it charges for.
public struct SpeechUsage: Hashable, Sendable {
    public var characters: Int?
    public var tokens: Usage?
    public var requestID: String?

    public init(characters: Int? = nil, tokens: Usage? = nil, requestID: String? = nil) {
        self.characters = characters
        self.tokens = tokens
        self.requestID = requestID
    }
}
