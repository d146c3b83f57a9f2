public import Inference

/// What the models of Qwen Cloud look at, from `media.json`. Mirrors the page `vision` of Model Studio.
public struct QwenUnderstandingModel: UnderstandingModel {
    private let provider: ProviderID

    /// - Parameter provider: whose models are meant.
    public init(provider: ProviderID) { self.provider = provider }

    public func rules(for model: ModelID) throws(InferenceError) -> [InputRule] {
        try MediaCatalogue.builtIn.get().understanding[provider]?[model] ?? []
    }
}

extension QwenProvider {
    /// The limits of what models look at.
    public var understanding: (any UnderstandingModel)? { QwenUnderstandingModel(provider: manifest.id) }
}
