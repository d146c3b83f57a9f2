public import Inference

extension QwenProvider {
    /// The embeddings codec.
    public var embeddings: (any EmbeddingModel)? {
        QwenEmbeddingModel(classifier: ErrorClassifier(manifest: manifest))
    }

    /// The rerank codec.
    public var rerank: (any RerankModel)? { QwenRerankModel(classifier: ErrorClassifier(manifest: manifest)) }
}
