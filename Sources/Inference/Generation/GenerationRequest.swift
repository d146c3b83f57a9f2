/// What a user wants generated, in words that fit every model. A plan makes of it what one model takes.
///
/// ```swift
/// var request = GenerationRequest(kind: .video, prompt: "a paper crane unfolds into a kite")
/// request.aspectRatio = "9:16"
/// request.seconds = 8
/// ```
public struct GenerationRequest: Hashable, Sendable {
    /// What is to be generated: a picture, a video.
    public var kind: Modality
    public var prompt: String?
    /// What the result should not show.
    public var negativePrompt: String?
    public var inputs: [GenerationInput]
    public var size: PixelSize?
    public var aspectRatio: AspectRatio?
    /// For example `720P` or `2K`.
    public var resolution: String?
    /// Length of a video.
    public var seconds: Double?
    /// How many results.
    public var count: Int?
    /// Whether a video has sound.
    public var audio: Bool?
    public var watermark: Bool?
    public var seed: Int?
    /// Parameters of the model's own, under their own names.
    public var options: JSONObject
    /// Wishes that few models know, under the names of their parameters; those that a model lacks are left out and said.
    public var hints = JSONObject()

    public init(
        kind: Modality, prompt: String? = nil, negativePrompt: String? = nil, inputs: [GenerationInput] = [],
        options: JSONObject = JSONObject()
    ) {
        self.kind = kind
        self.prompt = prompt
        self.negativePrompt = negativePrompt
        self.inputs = inputs
        self.options = options
    }
}
