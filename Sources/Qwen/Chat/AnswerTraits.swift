import Inference

/// What readers of answers have to know of a model.
struct AnswerTraits: Sendable {
    let model: ModelID
    /// Whether every event of a stream repeats the text before it.
    let isCumulative: Bool
    /// Whether thinking may stand between tags in the text.
    let leaksThinkTags: Bool

    init(_ model: ModelDescriptor) {
        self.model = model.id
        isCumulative = model.wire.cumulativeStream
        leaksThinkTags = model.wire.leaksThinkTags
    }
}
