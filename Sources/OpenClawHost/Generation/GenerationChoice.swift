package import Inference

/// A model that may generate, and how it was chosen.
package struct GenerationChoice: Sendable {
    package var entry: ProviderEntry
    package var model: ModelID
    package var profile: String?
    /// Whether the user named it for this run: then nothing else is used in its place.
    package var isExact: Bool

    package var reference: ModelRef { ModelRef(provider: entry.id, model: model, profile: nil) }
}
