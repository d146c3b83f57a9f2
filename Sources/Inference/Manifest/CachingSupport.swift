/// How the service caches prompts of a model.
public struct CachingSupport: Hashable, Sendable {
    /// Whether repeated prefixes are found without being marked.
    public var implicit: Bool
    /// Whether `cache_control` marks are taken.
    public var explicit: Bool
    /// The smallest prefix in tokens that a mark caches.
    public var explicitMinimum: Int?

    public init(implicit: Bool = false, explicit: Bool = false, explicitMinimum: Int? = nil) {
        self.implicit = implicit
        self.explicit = explicit
        self.explicitMinimum = explicitMinimum
    }
}
