/// How a model speaks: data that requests are checked and built from.
public struct SpeechSupport: Hashable, Sendable {
    public var model: ModelID
    /// The path and shape of the service's protocol, for the codec alone.
    public var wire: String
    /// Whether it is spoken to over a socket.
    public var isSocket: Bool
    /// The known voices.
    public var voices: [SpeechVoice]
    /// Whether there are voices beside the known ones, for example cloned ones.
    public var hasOtherVoices: Bool
    /// `nil` when the user has to name one.
    public var initialVoice: String?
    /// Languages that can be asked for; empty when none can.
    public var languages: [SpokenLanguage]
    /// What the result can be. Samples are asked for where a file of samples is wanted.
    public var formats: [SoundFormat]
    public var sampleRates: [Int]
    public var initialSampleRate: Int
    /// Characters of one request.
    public var requestLimit: Int
    /// Characters of one message on a socket; 0 where there is none.
    public var messageLimit: Int
    /// How many characters a Han character counts as.
    public var hanWeight: Int
    /// Parameters by name.
    public var parameters: [ParameterRule]
    /// The parameters behind the wishes `speed`, `pitch`, `volume`, `instructions`.
    public var wishes: [String: String]
    public var prices: [SpeechPrice]
    /// The endpoints that serve it.
    public var endpoints: [EndpointID]
    /// Where the facts come from, and the day they were checked.
    public var source: String
    public var checked: String
    /// The day on which the service takes it away, by its own announcement.
    public var retires: String?
    /// What nobody documents, and what is assumed instead.
    public var unsure: [String]
    /// Why it cannot be asked, although the service has it.
    public var refusal: String?

    public init(
        model: ModelID, wire: String, isSocket: Bool = false, voices: [SpeechVoice] = [], hasOtherVoices: Bool = false,
        initialVoice: String? = nil, languages: [SpokenLanguage] = [], formats: [SoundFormat] = [.wav, .pcm],
        sampleRates: [Int] = [24_000], initialSampleRate: Int = 24_000, requestLimit: Int, messageLimit: Int = 0,
        hanWeight: Int = 1, parameters: [ParameterRule] = [], wishes: [String: String] = [:],
        prices: [SpeechPrice] = [], endpoints: [EndpointID] = [], source: String = "", checked: String = "",
        retires: String? = nil, unsure: [String] = [], refusal: String? = nil
    ) {
        self.model = model
        self.wire = wire
        self.isSocket = isSocket
        self.voices = voices
        self.hasOtherVoices = hasOtherVoices
        self.initialVoice = initialVoice
        self.languages = languages
        self.formats = formats
        self.sampleRates = sampleRates
        self.initialSampleRate = initialSampleRate
        self.requestLimit = requestLimit
        self.messageLimit = messageLimit
        self.hanWeight = hanWeight
        self.parameters = parameters
        self.wishes = wishes
        self.prices = prices
        self.endpoints = endpoints
        self.source = source
        self.checked = checked
        self.retires = retires
        self.unsure = unsure
        self.refusal = refusal
    }

    /// Whether it has a voice of this name, or may have.
    public func mayHaveVoice(_ name: String) -> Bool { hasOtherVoices || voices.contains { $0.name == name } }
}
