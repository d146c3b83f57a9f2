/// A picture, clip or sound that goes into a generation.
public struct GenerationInput: Hashable, Sendable, Codable {
    /// What it is.
    public var kind: Modality
    /// What it is for; `nil` leaves that to the model.
    public var role: InputRole?
    public var source: Source
    public var facts: MediaFacts
    /// Which of the inputs that it goes with it belongs to, counted from 1; `nil` for the first that has none yet.
    public var owner: Int?

    /// Where an input comes from. A path is a case of its own, so that no text from elsewhere ever becomes one.
    public enum Source: Hashable, Sendable, Codable {
        /// A file of this machine, by its absolute path.
        case file(String)
        /// An address that the service fetches, `https://`, or one of the service's own store.
        case address(String)
    }

    public init(
        kind: Modality, role: InputRole? = nil, source: Source, facts: MediaFacts = MediaFacts(), owner: Int? = nil
    ) {
        self.kind = kind
        self.role = role
        self.source = source
        self.facts = facts
        self.owner = owner
    }
}
