/// A way to voices of one's own: data that requests are checked and built from.
public struct VoiceMaking: Hashable, Sendable {
    /// What makes the voices, as the service calls it.
    public var maker: ModelID
    /// The shape of the service's protocol, for the codec alone.
    public var wire: String
    public var origin: VoiceOrigin
    /// The models that voices can be made for; each voice is for one of them.
    public var targets: [ModelID]
    /// The most signs of a name: letters and digits of ASCII, and those of ``nameSigns``.
    public var nameLimit: Int
    public var nameSigns: String
    /// What a recording may be; `nil` where voices are not made from recordings.
    public var recording: InputRule?
    /// Whether a file of this machine can be sent.
    public var takesFiles: Bool
    /// Characters of a description, and of the text that is spoken to try it.
    public var descriptionLimit: Int
    public var sampleLimit: Int
    /// Codes of languages that can be named; empty when none can.
    public var languages: [String]
    public var prices: [SpeechPrice]
    public var endpoints: [EndpointID]
    /// Where the facts come from, and the day they were checked.
    public var source: String
    public var checked: String
    /// The day on which the service takes it away, by its own announcement.
    public var retires: String?
    /// What nobody documents, and what is assumed instead.
    public var unsure: [String]

    public init(
        maker: ModelID, wire: String, origin: VoiceOrigin, targets: [ModelID], nameLimit: Int, nameSigns: String = "",
        recording: InputRule? = nil, takesFiles: Bool = false, descriptionLimit: Int = 0, sampleLimit: Int = 0,
        languages: [String] = [], prices: [SpeechPrice] = [], endpoints: [EndpointID] = [], source: String = "",
        checked: String = "", retires: String? = nil, unsure: [String] = []
    ) {
        self.maker = maker
        self.wire = wire
        self.origin = origin
        self.targets = targets
        self.nameLimit = nameLimit
        self.nameSigns = nameSigns
        self.recording = recording
        self.takesFiles = takesFiles
        self.descriptionLimit = descriptionLimit
        self.sampleLimit = sampleLimit
        self.languages = languages
        self.prices = prices
        self.endpoints = endpoints
        self.source = source
        self.checked = checked
        self.retires = retires
        self.unsure = unsure
    }
}

/// What a voice is made from.
public enum VoiceOrigin: String, Hashable, Sendable {
    /// A recording of somebody.
    case recording
    /// Words that say how it sounds.
    case description
}
