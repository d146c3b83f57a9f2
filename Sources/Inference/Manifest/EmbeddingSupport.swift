/// What an embedding model takes.
public struct EmbeddingSupport: Hashable, Sendable {
    /// The most texts of one request.
    public var batch: Int
    /// The lengths that its vectors can have; empty when there is no choice.
    public var dimensions: [Int]

    public init(batch: Int, dimensions: [Int] = []) {
        self.batch = batch
        self.dimensions = dimensions
    }
}
