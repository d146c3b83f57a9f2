/// How much text an answer has passed on without making events of it, for whoever counts.
public struct RelayedText: Hashable, Sendable {
    /// Characters of ASCII.
    public var ascii = 0
    /// Other characters.
    public var other = 0
    /// Whether some of it was reasoning.
    public var hasReasoning = false

    public init() {}

    /// Whether nothing was passed on.
    @inlinable @inline(__always)
    public var isEmpty: Bool { ascii == 0 && other == 0 }
}
