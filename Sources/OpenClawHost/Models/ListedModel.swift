package import Inference

/// One line of `models list`.
package struct ListedModel: Hashable, Sendable {
    package var reference: ModelRef
    package var name: String
    /// Empty when nothing is known of the model.
    package var input: [Modality]
    package var contextWindow: Int?
    /// The part of the context that is used, when the user limits it.
    package var contextTokens: Int?
    package var isLocal: Bool
    /// Whether there is a credential for it.
    package var hasCredential: Bool
    /// `default`, `fallback#1`, `image`, `img-fallback#1`, `configured`, `alias:...`, `missing`.
    package var tags: [String]
    /// Whether neither catalogue nor configuration know the model.
    package var isMissing: Bool
    /// Why the endpoint in use does not serve the model, as far as is known.
    package var unavailability: String?
}
