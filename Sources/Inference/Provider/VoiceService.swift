public import HTTPTypes

/// A codec for voices of users' own: it shapes requests and reads answers.
public protocol VoiceService: Sendable {
    /// The ways in the order of preference. Read when first asked for: nobody else pays for it.
    func makings() throws(InferenceError) -> [VoiceMaking]

    /// - Parameter source: of the recording of a voice that is made from one: an address or a `data:` URL.
    func exchange(
        for call: VoiceCall, source: String?, context: CallContext
    ) throws(InferenceError) -> HTTPExchangeRequest

    /// - Throws: what the service answered, as the codec classified it.
    func answer(
        _ head: HTTPResponse, _ body: [UInt8], to call: VoiceCall, context: CallContext
    ) throws(InferenceError) -> VoiceAnswer

    /// The model that a voice was made for, where its name tells.
    func target(ofVoice name: String) -> ModelID?
}

/// What is asked about voices.
public enum VoiceCall: Hashable, Sendable {
    case create(VoicePlan)
    /// One page of all voices of a maker, from 0.
    case list(maker: VoiceMaking, page: Int)
    case delete(OwnVoice, maker: VoiceMaking)
}

/// What came of it.
public struct VoiceAnswer: Hashable, Sendable {
    public var voices: [OwnVoice]
    /// Whether there may be another page.
    public var hasMore: Bool
    public var requestID: String?

    public init(voices: [OwnVoice], hasMore: Bool = false, requestID: String? = nil) {
        self.voices = voices
        self.hasMore = hasMore
        self.requestID = requestID
    }
}
