/// How much a JSON document may ask of its reader.
public struct JSONLimits: Hashable, Sendable {
    /// How deep arrays and objects may nest; values above 256 count as 256.
    public var maxDepth: Int
    /// How long a document may be.
    public var maxBytes: Int

    public init(maxDepth: Int = 128, maxBytes: Int = 64 << 20) {
        self.maxDepth = min(maxDepth, 256)
        self.maxBytes = maxBytes
    }
}
