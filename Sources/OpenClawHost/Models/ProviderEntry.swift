package import Inference

/// A provider that refs can name: one of this build, one of the user's configuration, or both.
///
/// Large, never changed and held by everything that asks a model: one reference is copied instead.
package final class ProviderEntry: Sendable {
    /// What manifest and user say about it.
    package let account: ProviderAccount
    /// The codecs that serve it.
    package let provider: any ModelProvider
    /// The models that it is known to have, the user's own laid over those of the manifest. The manifest's do not count on
    /// hosts that nobody knows.
    package let catalogue: ProviderManifest

    /// - Parameter hasKnownHost: whether the manifest of the codecs knows the host that requests go to.
    package init(account: ProviderAccount, provider: any ModelProvider, hasKnownHost: Bool) {
        self.account = account
        self.provider = provider
        var manifest = provider.manifest
        if !hasKnownHost { manifest.models = [] }
        catalogue = manifest.overlaid(with: (account.settings?["models"]?.array ?? []).compactMap { UserModelRow($0) })
    }

    /// The canonical id.
    package var id: ProviderID { account.id }

    /// Whether the id is the manifest's own; otherwise the user defined it.
    package var isBuiltIn: Bool { account.manifest != nil }

    /// The name to show.
    package var label: String { account.manifest?.label ?? account.id.rawValue }

    /// What is known of a model; case does not matter. `nil` when neither catalogue nor configuration list it.
    package func descriptor(of id: ModelID) -> ModelDescriptor? { catalogue.model(id) }

    /// What is assumed of a model that nobody lists: it is asked for as it was written.
    package func assumedDescriptor(of id: ModelID) -> ModelDescriptor {
        var descriptor = catalogue.unknownModel
        descriptor.id = id
        descriptor.name = id.rawValue
        return descriptor
    }

    /// Whether requests stay on this machine or its network.
    package var isLocal: Bool {
        guard let host = account.configuredHost else { return false }
        return PastedBaseURL.isLoopback(host) || host.hasSuffix(".local")
    }
}

extension ProviderAccount {
    /// The host of the configured base URL; `nil` without one, and for one that cannot be used.
    package var configuredHost: String? {
        guard let text = settings?["baseUrl"]?.string, !text.isEmpty else { return nil }
        return try? PastedBaseURL(text).host
    }
}
