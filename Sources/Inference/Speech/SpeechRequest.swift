/// What a user wants spoken, in words that fit every model. A plan makes of it what one model takes.
///
/// ```swift
/// var request = SpeechRequest(text: "Good evening.")
/// request.voice = "Cherry"
/// request.format = .mp3
/// ```
public struct SpeechRequest: Hashable, Sendable {
    /// Any length: it is split where a model takes less at once.
    public var text: String
    /// `nil` is the usual voice of the model.
    public var voice: String?
    /// A code such as `en`, or the word of the model; `nil` leaves it to the model.
    public var language: String?
    public var format: SoundFormat
    /// Samples a second; `nil` is what the model gives best.
    public var sampleRate: Int?
    /// 1 is the usual speed.
    public var speed: Double?
    /// 1 is the usual height.
    public var pitch: Double?
    /// 50 is the usual loudness, 100 the most.
    public var volume: Int?
    /// How to speak, in words.
    public var instructions: String?
    /// Parameters of the model's own, under their own names.
    public var options: JSONObject

    public init(text: String, voice: String? = nil, format: SoundFormat = .wav, options: JSONObject = JSONObject()) {
        self.text = text
        self.voice = voice
        self.format = format
        self.options = options
    }
}
