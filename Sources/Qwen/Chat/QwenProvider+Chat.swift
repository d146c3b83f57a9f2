public import Inference

extension QwenProvider {
    /// All manifests, read when the first error needs advice that goes beyond its own provider.
    private static let catalogue = (try? QwenCatalogue.manifests()) ?? []

    /// The chat codec. On a refused key it also advises with the choices of the sibling provider ids.
    public var chat: (any ChatModel)? {
        let id = manifest.id
        let siblings: @Sendable () -> [ProviderManifest] = {
            Self.catalogue.filter { $0.id != id }
        }
        return QwenChatModel(classifier: ErrorClassifier(manifest: manifest, siblings: siblings))
    }
}
