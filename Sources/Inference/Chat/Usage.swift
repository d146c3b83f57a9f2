/// Token counts of one request by kind. Every detail is part of its total: `cacheRead` of `input`, `reasoning` of `output`.
public struct Usage: Hashable, Sendable, Codable {
    /// All input tokens, cached ones included.
    public var input: Int
    /// All output tokens, reasoning included.
    public var output: Int
    /// Input tokens read from a cache.
    public var cacheRead: Int
    /// Input tokens written to an explicit cache.
    public var cacheWrite: Int
    /// Output tokens spent on reasoning; `nil` when the service did not say.
    public var reasoning: Int?
    /// Input tokens of images; `nil` when the service did not say.
    public var image: Int?
    /// Input tokens of video; `nil` when the service did not say.
    public var video: Int?
    /// Input tokens of audio; `nil` when the service did not say.
    public var audio: Int?
    /// Output tokens of audio; `nil` when the service did not say.
    public var audioOutput: Int?
    /// Whether `cacheRead` came from an explicit cache; `nil` when the service did not say.
    public var explicitCache: Bool?

    public init(
        input: Int, output: Int, cacheRead: Int = 0, cacheWrite: Int = 0, reasoning: Int? = nil, image: Int? = nil,
        video: Int? = nil, audio: Int? = nil, audioOutput: Int? = nil, explicitCache: Bool? = nil
    ) {
        self.input = input
        self.output = output
        self.cacheRead = cacheRead
        self.cacheWrite = cacheWrite
        self.reasoning = reasoning
        self.image = image
        self.video = video
        self.audio = audio
        self.audioOutput = audioOutput
        self.explicitCache = explicitCache
    }

    /// Input and output together.
    public var total: Int { input + output }
}
