public import Inference

extension QwenProvider {
    /// The chat codec. On a refused key it also advises with the choices of the sibling provider ids.
    public var chat: (any ChatModel)? {
        let id = manifest.id
        let siblings: @Sendable () -> [ProviderManifest] = {
            ((try? QwenCatalogue.manifests()) ?? []).filter { $0.id != id }
        }
        return QwenChatModel(classifier: ErrorClassifier(manifest: manifest, siblings: siblings))
    }
}
