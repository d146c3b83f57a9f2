import Inference

/// What is asked about a picture or clip, and how much of everything is allowed. What nobody said is `nil`.
package struct UnderstandingLimits: Hashable, Sendable {
    package var prompt: String?
    /// Characters of the description.
    package var maxCharacters: Int?
    /// The largest file.
    package var maxBytes: Int?
    /// How long one description may take.
    package var seconds: Double?

    package init(prompt: String? = nil, maxCharacters: Int? = nil, maxBytes: Int? = nil, seconds: Double? = nil) {
        self.prompt = prompt
        self.maxCharacters = maxCharacters
        self.maxBytes = maxBytes
        self.seconds = seconds
    }

    init(_ value: JSONValue?) {
        self.init(
            prompt: value?["prompt"]?.string.flatMap { $0.trimmingASCIIWhitespace().isEmpty ? nil : $0 },
            maxCharacters: value?["maxChars"]?.int, maxBytes: value?["maxBytes"]?.int,
            seconds: value?["timeoutSeconds"]?.double)
    }

    /// What the other one says where this one says nothing.
    func completed(by other: UnderstandingLimits) -> UnderstandingLimits {
        UnderstandingLimits(
            prompt: prompt ?? other.prompt, maxCharacters: maxCharacters ?? other.maxCharacters,
            maxBytes: maxBytes ?? other.maxBytes, seconds: seconds ?? other.seconds)
    }

    /// What holds when nobody says anything.
    static func usual(_ kind: Modality) -> UnderstandingLimits {
        kind == .video
            ? UnderstandingLimits(
                prompt: "Describe the video.", maxCharacters: 500, maxBytes: 50 << 20, seconds: 120)
            : UnderstandingLimits(
                prompt: "Describe the image.", maxCharacters: 500, maxBytes: 10 << 20, seconds: 60)
    }

    /// The question as it is sent: the answer is asked to be as short as it will be cut.
    var question: String {
        let prompt = prompt ?? ""
        return maxCharacters.map { "\(prompt) Respond in at most \($0) characters." } ?? prompt
    }
}
