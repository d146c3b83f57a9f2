package import Inference

/// A model that was named, as it will be asked for.
package struct ModelSelection: Sendable {
    /// Large, and handed on many times for every request: one reference is copied instead.
    private let parts: Parts

    private final class Parts: Sendable {
        let reference: ModelRef
        let name: String
        let written: String
        let entry: ProviderEntry
        let descriptor: ModelDescriptor
        let parameters: JSONObject
        let caching: PromptCaching
        let isKnown: Bool
        let warnings: [String]

        init(
            _ reference: ModelRef, _ written: String, _ entry: ProviderEntry, _ descriptor: ModelDescriptor,
            _ parameters: JSONObject, _ caching: PromptCaching, _ isKnown: Bool, _ warnings: [String]
        ) {
            self.reference = reference
            name = reference.description
            self.written = written
            self.entry = entry
            self.descriptor = descriptor
            self.parameters = parameters
            self.caching = caching
            self.isKnown = isKnown
            self.warnings = warnings
        }
    }

    package init(
        reference: ModelRef, written: String, entry: ProviderEntry, descriptor: ModelDescriptor,
        parameters: JSONObject, caching: PromptCaching, isKnown: Bool, warnings: [String]
    ) {
        parts = Parts(reference, written, entry, descriptor, parameters, caching, isKnown, warnings)
    }

    /// The same model, asked for under another ref.
    package func renamed(_ reference: ModelRef) -> ModelSelection {
        ModelSelection(
            reference: reference, written: written, entry: entry, descriptor: descriptor, parameters: parameters,
            caching: caching, isKnown: isKnown, warnings: warnings)
    }

    /// The same model with something that the user should hear before it is used.
    func warned(_ warnings: [String]) -> ModelSelection {
        ModelSelection(
            reference: reference, written: written, entry: entry, descriptor: descriptor, parameters: parameters,
            caching: caching, isKnown: isKnown, warnings: warnings)
    }

    /// The same for all copies of one selection, and for no other one as long as a copy lives.
    var identity: ObjectIdentifier { ObjectIdentifier(parts) }
    /// The provider of `reference`, and its model.
    var provider: ProviderID { parts.reference.provider }
    var model: ModelID { parts.reference.model }
    /// What the user should hear before the model is used.
    package var warnings: [String] { parts.warnings }
    /// The canonical ref: aliases resolved, the model spelled as the service does.
    package var reference: ModelRef { parts.reference }
    /// The ref as text.
    package var name: String { parts.name }
    /// What the user wrote.
    package var written: String { parts.written }
    /// The provider that serves it.
    package var entry: ProviderEntry { parts.entry }
    /// What is known of the model, or assumed of an unknown one.
    package var descriptor: ModelDescriptor { parts.descriptor }
    /// Request fields that the configuration adds for the model.
    package var parameters: JSONObject { parts.parameters }
    /// Whether prompts are marked for the cache of the service.
    package var caching: PromptCaching { parts.caching }
    /// Whether catalogue or configuration know the model.
    package var isKnown: Bool { parts.isKnown }
}
