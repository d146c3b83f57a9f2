/// A text as one model will speak it: checked, split, with every choice made.
public struct SpeechPlan: Hashable, Sendable {
    public var model: ModelID
    /// The path and shape of the protocol, for the codec.
    public var wire: String
    public var isSocket: Bool
    public var voice: String
    /// As the service names it.
    public var language: String?
    /// What the result is to be.
    public var format: SoundFormat
    public var sampleRate: Int
    /// The requests one after the other, each of one or more messages. Their sounds in order are the whole.
    public var requests: [[String]]
    /// All other parameters under the model's own names.
    public var parameters: JSONObject
    /// As the service counts them.
    public var characters: Int
    public var normalizations: [Normalization]
    public var ignored: [IgnoredOverride]
    public var warnings: [String]
    /// `nil` when nobody published the price.
    public var cost: CostEstimate?
    public var price: SpeechPrice?
    /// How many characters a Han character counts as.
    public var hanWeight = 1

    public init(
        model: ModelID, wire: String, isSocket: Bool, voice: String, format: SoundFormat, sampleRate: Int,
        requests: [[String]], parameters: JSONObject = JSONObject(), characters: Int
    ) {
        self.model = model
        self.wire = wire
        self.isSocket = isSocket
        self.voice = voice
        self.format = format
        self.sampleRate = sampleRate
        self.requests = requests
        self.parameters = parameters
        self.characters = characters
        normalizations = []
        ignored = []
        warnings = []
    }

    /// What arrives: samples where a file of samples is wanted, whose header is written when its length is known.
    public var streamFormat: SoundFormat { format == .wav ? .pcm : format }

    /// Characters of some of the requests, as the service counts them.
    public func characters(of range: Range<Int>) -> Int {
        let pieces = TextPieces(limit: .max, hanWeight: hanWeight)
        return requests[range].joined().reduce(0) { $0 + pieces.count($1) }
    }

    /// What the requests cost behind some that are complete; `nil` when nobody published the price.
    public func cost(behind done: Int) -> CostEstimate? {
        guard done > 0 else { return cost }
        guard let price, price.unit == .character, done < requests.count else { return nil }
        return price.cost(of: characters(of: done..<requests.count))
    }
}
