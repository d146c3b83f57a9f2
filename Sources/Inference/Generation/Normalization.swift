/// A wish that a model does not take as it is, and what was made of it.
public struct Normalization: Hashable, Sendable, Codable {
    /// The wish, by its name in requests: `size`, `aspectRatio`, `resolution`, `durationSeconds`, `count`.
    public var name: String
    public var requested: String
    public var applied: String
    /// The wish that it follows from, when it was not asked for itself.
    public var derivedFrom: String?
    /// What the model takes; empty when that is no list.
    public var supported: [String]

    public init(
        name: String, requested: String, applied: String, derivedFrom: String? = nil, supported: [String] = []
    ) {
        self.name = name
        self.requested = requested
        self.applied = applied
        self.derivedFrom = derivedFrom
        self.supported = supported
    }
}
