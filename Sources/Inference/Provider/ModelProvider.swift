/// A vendor behind the seam: data that describes it, and one codec per modality.
///
/// Write one by decoding a manifest from resource files and returning codecs; what the vendor lacks stays `nil`.
public protocol ModelProvider: Sendable {
    /// What the provider is: ids, endpoints, key names, onboarding choices, models.
    var manifest: ProviderManifest { get }

    /// The chat codec.
    var chat: (any ChatModel)? { get }
}

extension ModelProvider {
    public var chat: (any ChatModel)? { nil }
}
