/// A recording that a user wants written down.
public struct TranscriptionRequest: Hashable, Sendable {
    /// The recording: a sound or a clip.
    public var input: GenerationInput
    /// A code such as `en`; `nil` lets the model find out.
    public var language: String?
    /// Names and words that occur.
    public var prompt: String?
    public var format: TranscriptFormat
    /// Whether the times of words are wanted.
    public var wantsWords: Bool
    /// Whether speakers are to be told apart.
    public var wantsSpeakers: Bool
    /// How many there are, when that is known.
    public var speakers: Int?
    /// Parameters of the model's own, under their own names.
    public var options: JSONObject

    public init(
        input: GenerationInput, language: String? = nil, prompt: String? = nil, format: TranscriptFormat = .text,
        wantsWords: Bool = false, wantsSpeakers: Bool = false, speakers: Int? = nil, options: JSONObject = JSONObject()
    ) {
        self.input = input
        self.language = language
        self.prompt = prompt
        self.format = format
        self.wantsWords = wantsWords
        self.wantsSpeakers = wantsSpeakers
        self.speakers = speakers
        self.options = options
    }

    /// Whether the answer has to say when something was said.
    public var needsTimes: Bool { format.needsTimes || wantsWords }
}
