/// How a model writes recordings down: data that requests are checked and built from.
public struct TranscriptionSupport: Hashable, Sendable {
    public var model: ModelID
    /// The path and shape of the service's protocol, for the codec alone.
    public var wire: String
    /// Whether an answer is a task that has to be asked for later.
    public var isTask: Bool
    /// What it takes, and how a file travels.
    public var input: InputRule
    /// Codes of languages that can be named; empty when any can, or none.
    public var languages: [String]
    /// Whether it says when something was said.
    public var hasTimes: Bool
    /// Whether it says when single words were said.
    public var hasWords: Bool
    /// Whether it listens on a socket: then files of this machine are told to it, and nothing is fetched or uploaded.
    public var isSocket: Bool
    /// Whether it tells speakers apart.
    public var hasSpeakers: Bool
    public var parameters: [ParameterRule]
    /// The parameters behind the wishes `language`, `speakers`, `speakerCount`, `words`.
    public var wishes: [String: String]
    /// Whether words that occur can be told.
    public var takesPrompt: Bool
    /// How long it takes for an hour of recording.
    public var secondsPerHour: Int?
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

    public init(
        model: ModelID, wire: String, isTask: Bool, input: InputRule, languages: [String] = [], hasTimes: Bool = false,
        hasWords: Bool? = nil, hasSpeakers: Bool = false, isSocket: Bool = false, parameters: [ParameterRule] = [],
        wishes: [String: String] = [:],
        takesPrompt: Bool = false, secondsPerHour: Int? = nil, prices: [SpeechPrice] = [],
        endpoints: [EndpointID] = [], source: String = "", checked: String = "", retires: String? = nil,
        unsure: [String] = []
    ) {
        self.model = model
        self.wire = wire
        self.isTask = isTask
        self.input = input
        self.languages = languages
        self.hasTimes = hasTimes
        self.hasWords = hasWords ?? hasTimes
        self.isSocket = isSocket
        self.hasSpeakers = hasSpeakers
        self.parameters = parameters
        self.wishes = wishes
        self.takesPrompt = takesPrompt
        self.secondsPerHour = secondsPerHour
        self.prices = prices
        self.endpoints = endpoints
        self.source = source
        self.checked = checked
        self.retires = retires
        self.unsure = unsure
    }
}

extension GenerationMode {
    /// A recording that is written down.
    public static let transcription: GenerationMode = "transcription"
}

extension InputRole {
    /// What is written down.
    public static let recording: InputRole = "recording"
}
