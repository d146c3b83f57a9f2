/// What an embedding model takes.
public struct EmbeddingSupport: Hashable, Sendable {
    /// The most inputs of one request.
    public var batch: Int
    /// The lengths that its vectors can have; empty when there is no choice.
    public var dimensions: [Int]
    /// What it takes besides texts, with how many of each at once.
    public var media: [InputRule]
    /// Whether it answers at the service's own path only.
    public var isNative: Bool
    public var fusion: Fusion

    /// How several inputs get one vector.
    public enum Fusion: String, Hashable, Sendable {
        case never
        /// When a parameter says so.
        case parameter
        /// When they stand in one object.
        case object
        /// Whatever is asked for.
        case always
    }

    public init(
        batch: Int, dimensions: [Int] = [], media: [InputRule] = [], isNative: Bool = false, fusion: Fusion = .never
    ) {
        self.batch = batch
        self.dimensions = dimensions
        self.media = media
        self.isNative = isNative
        self.fusion = fusion
    }
}
