/// What a rerank model takes.
public struct RerankSupport: Hashable, Sendable {
    /// The most documents of one request.
    public var documents: Int
    /// Whether it answers at the service's own path only.
    public var isNative: Bool
    /// What it takes besides texts, with how many of each at once.
    public var media: [InputRule]

    public init(documents: Int, isNative: Bool = false, media: [InputRule] = []) {
        self.documents = documents
        self.isNative = isNative
        self.media = media
    }
}
