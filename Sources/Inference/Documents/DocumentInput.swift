/// A text, picture or clip that is turned into a vector or ranked.
///
/// ```swift
/// let request = EmbeddingRequest(model: model, inputs: ["a red bike", DocumentInput(.image, "https://host/bike.png")])
/// ```
public struct DocumentInput: Hashable, Sendable, ExpressibleByStringLiteral {
    public var kind: Modality
    /// The text itself; of a picture or clip its address, or a `data:` address that holds it.
    public var value: String
    /// What people call it, such as the name of a file; `nil` when ``value`` says it.
    public var name: String?
    /// Of a file that is known.
    public var facts: MediaFacts

    public init(_ kind: Modality, _ value: String, name: String? = nil, facts: MediaFacts = MediaFacts()) {
        self.kind = kind
        self.value = value
        self.name = name
        self.facts = facts
    }

    public init(stringLiteral text: String) { self.init(.text, text) }

    /// The text, where it is one.
    public var text: String? { kind == .text ? value : nil }

    /// The name for people.
    public var label: String { name ?? value }
}
