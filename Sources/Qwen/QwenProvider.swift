public import Inference

/// One provider id of Qwen Cloud behind the seam: its manifest, and the codecs that are common to all of them.
///
/// A program that composes providers asks for all of them once; a program that needs one call can use the codecs alone.
///
/// ```swift
/// let providers = try QwenProvider.all()
/// let ids = providers.map(\.manifest.id)  // qwen, qwen-token-plan
/// ```
public struct QwenProvider: ModelProvider {
    /// Ids, endpoints, key names, onboarding choices and models.
    public let manifest: ProviderManifest

    /// Wraps a manifest, for example one that a user's own entries were laid over.
    public init(manifest: ProviderManifest) { self.manifest = manifest }

    /// The providers that the library carries, in the order of listings.
    ///
    /// - Throws: `InferenceError` with code `.invalidConfiguration` when the embedded files contradict themselves.
    public static func all() throws(InferenceError) -> [QwenProvider] {
        try QwenCatalogue.manifests().map(QwenProvider.init(manifest:))
    }
}
