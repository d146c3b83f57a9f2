import Inference
import OpenClawHost

/// One question as its options ask it: the models to ask and the request, the same for whoever sends it or explains it.
struct Question: Sendable {
    let candidates: [ModelSelection]
    let request: ChatRequest

    /// - Throws: `InferenceError` with code `.invalidConfiguration` when a model cannot be found.
    init(
        _ messages: [ChatMessage], _ sampling: SamplingOptions.Loaded, _ tools: ToolOptions.Loaded,
        _ selector: ModelSelector
    ) throws(InferenceError) {
        candidates = try Self.candidates(messages, named: sampling.model, selector)
        var options = sampling.options
        if !tools.definitions.isEmpty { options.extra["tools"] = .array(tools.definitions) }
        request = ChatRequest(model: candidates[0].reference.model, messages: messages, options: options)
    }

    /// The model that was named, with fallbacks of its own only; or the configured one with its fallbacks.
    private static func candidates(
        _ messages: [ChatMessage], named model: String?, _ selector: ModelSelector
    ) throws(InferenceError) -> [ModelSelection] {
        if let model { return try selector.candidates(named: model) }
        let hasImages = messages.contains { $0.content.contains { if case .image = $0 { true } else { false } } }
        return try selector.candidates(forImages: hasImages)
    }
}
