import Inference

/// A wish for pictures or a video as OpenAI's clients write it, with members for what our models can do beyond.
struct MediaWish: Sendable {
    var request: GenerationRequest
    /// The model as the client named it.
    var model: String?
    var adjustments: [Adjustment] = []

    /// - Throws: `.invalidRequest`, naming the member.
    init(_ kind: Modality, _ members: inout MediaMembers) throws(InferenceError) {
        model = try members.text("model")
        request = GenerationRequest(
            kind: kind, prompt: try members.text("prompt"), negativePrompt: try members.text("negative_prompt"))
        if let size = try members.text("size"), size != "auto" {
            guard let pixels = PixelSize(size) else { throw MediaMembers.refusal("size", "such as 1280x720, or auto") }
            request.size = pixels
        }
        request.aspectRatio = try members.text("aspect_ratio").map { AspectRatio($0) }
        request.resolution = try members.text("resolution")
        request.seed = try members.whole("seed")
        request.watermark = try members.flag("watermark")
        request.options = try members.object("parameters") ?? JSONObject()
        for name in ["user", "safety_identifier"] { _ = members.value(name) }
        if kind == .image { try readImage(&members) } else { try readVideo(&members) }
    }

    private mutating func readImage(_ members: inout MediaMembers) throws(InferenceError) {
        if let count = try members.whole("n") {
            guard (1...10).contains(count) else { throw MediaMembers.refusal("n", "from 1 to 10") }
            request.count = count
        }
        if try members.flag("stream") == true {
            throw InferenceError(.unsupported, "expected 'stream' to be false: pictures come whole")
        }
        _ = try members.word("response_format", of: ["b64_json", "url"])
    }

    private mutating func readVideo(_ members: inout MediaMembers) throws(InferenceError) {
        if let seconds = try members.number("seconds") {
            guard (1...3600).contains(seconds) else { throw MediaMembers.refusal("seconds", "from 1 to 3600") }
            request.seconds = seconds
        }
        request.audio = try members.flag("audio")
    }

    /// What was made of the wish, for the header fields.
    func adjustments(of plan: GenerationPlan, _ members: [Adjustment]) -> [Adjustment] {
        adjustments + members
            + plan.normalizations.map {
                Adjustment(rule: "media-normalized", message: "\($0.name): \($0.applied) instead of \($0.requested)")
            }
            + plan.ignored.map { Adjustment(rule: "media-ignored", message: "the model has no \($0.name)") }
    }
}
