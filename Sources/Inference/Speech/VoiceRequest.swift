/// A voice that a user wants.
public struct VoiceRequest: Hashable, Sendable {
    /// A short name, which becomes a part of the voice's.
    public var name: String
    /// A recording of who is to be heard.
    public var recording: GenerationInput?
    /// How the voice sounds, in words.
    public var description: String?
    /// What is spoken to try a voice that was described.
    public var sample: String?
    /// A code such as `en`.
    public var language: String?

    public init(name: String) { self.name = name }

    public var origin: VoiceOrigin { recording == nil ? .description : .recording }
}

/// A voice as one maker will make it: checked, with its price.
public struct VoicePlan: Hashable, Sendable {
    public var making: VoiceMaking
    public var target: ModelID
    public var request: VoiceRequest
    public var ignored: [IgnoredOverride]
    public var warnings: [String]
    /// `nil` when nobody published the price.
    public var cost: CostEstimate?
}

/// A voice of a user's own.
public struct OwnVoice: Hashable, Sendable {
    /// As requests to speak name it.
    public var name: String
    /// The only model that speaks with it; `nil` when the service does not tell.
    public var target: ModelID?
    public var maker: ModelID
    /// As the service writes it.
    public var created: String?
    /// A word of the service's for how far it is; `nil` when it is ready at once.
    public var status: String?
    /// What the service said that made it: worse than it could be.
    public var warning: String?
    /// A sound to try it with, and its format.
    public var preview: [UInt8]?

    public init(name: String, target: ModelID?, maker: ModelID) {
        self.name = name
        self.target = target
        self.maker = maker
    }
}
