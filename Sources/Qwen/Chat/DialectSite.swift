import Inference

/// A model on an endpoint, as far as the dialect goes by it. Large, and the same for many requests: one reference is shared.
final class DialectSite: Sendable {
    let model: ModelDescriptor
    let endpoint: Endpoint
    let conflict: ThinkingConflict
    /// Whether prompts are to be marked for the service's cache, because the caller wants it or because it pays.
    let marksPrompts: Bool

    init(model: ModelDescriptor, endpoint: Endpoint, conflict: ThinkingConflict, cache: PromptCaching) {
        self.model = model
        self.endpoint = endpoint
        self.conflict = conflict
        marksPrompts = Self.marksPrompts(model, endpoint, cache)
    }

    private static func marksPrompts(_ model: ModelDescriptor, _ endpoint: Endpoint, _ cache: PromptCaching) -> Bool {
        guard model.caching.explicit, !model.wire.stringContent, !model.wire.singleMessage else { return false }
        switch cache {
        case .on: return true
        case .off: return false
        case .auto: return model.price(on: endpoint)?.explicitCachingPays ?? false
        }
    }
}
