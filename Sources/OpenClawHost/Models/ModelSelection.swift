package import Inference

/// A model that was named, as it will be asked for.
package struct ModelSelection: Sendable {
    /// The canonical ref: aliases resolved, the model spelled as the service does.
    package var reference: ModelRef
    /// What the user wrote.
    package var written: String
    /// The provider that serves it.
    package var entry: ProviderEntry
    /// What is known of the model, or assumed of an unknown one.
    package var descriptor: ModelDescriptor
    /// Request fields that the configuration adds for the model.
    package var parameters: JSONObject
    /// Whether prompts are marked for the cache of the service.
    package var caching: PromptCaching
    /// Whether catalogue or configuration know the model.
    package var isKnown: Bool
    /// What the user should hear before the model is used.
    package var warnings: [String]
}
