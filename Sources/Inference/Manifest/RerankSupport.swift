/// What a rerank model takes.
public struct RerankSupport: Hashable, Sendable {
    /// The most documents of one request.
    public var documents: Int
    /// Whether it answers at the service's own path only.
    public var isNative: Bool

    public init(documents: Int, isNative: Bool = false) {
        self.documents = documents
        self.isNative = isNative
    }
}
