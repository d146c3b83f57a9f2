package import Inference

/// What `models status` tells: the models that are used, and for each provider how it is reached.
package struct ModelsStatus: Sendable {
    package var configPath: String
    package var agentDirectory: String
    package var storePath: String
    /// The default as the user wrote it, `nil` when there is none.
    package var configuredDefault: String?
    package var resolvedDefault: ModelRef?
    package var fallbacks: [String]
    package var imageModel: String?
    package var imageFallbacks: [String]
    package var aliases: [(alias: String, reference: String)]
    /// The keys of `agents.defaults.models`.
    package var configured: [String]
    package var providers: [ProviderStatus]
    /// Providers of models in use that have no credential.
    package var missing: [ProviderID]
    /// Profiles that exist and cannot be used, with the reason.
    package var unusable: [String]
    /// Problems of the settings themselves, for example a default of an unknown provider.
    package var problems: [String]
    package var shellImport: ShellImportStatus

    /// Whether the login shell is asked, and for what it was.
    package struct ShellImportStatus: Hashable, Sendable {
        package var isEnabled: Bool
        package var appliedKeys: [String]
    }
}

/// How one provider is reached.
package struct ProviderStatus: Sendable {
    package var id: ProviderID
    package var isInUse: Bool
    /// Where requests go; `nil` when that cannot be said, with the reason in `problem`.
    package var target: SelectedEndpoint?
    /// Every place that was looked at for a credential, in order.
    package var candidates: [CredentialCandidate]
    package var profiles: [ProfileStatus]
    package var problem: String?

    /// The credential that will be used.
    package var effective: CredentialCandidate? { candidates.first { $0.secret != nil } }

    /// One stored profile.
    package struct ProfileStatus: Hashable, Sendable {
        package var id: String
        package var kind: AuthProfile.Kind
        package var masked: String
        /// Milliseconds since 1970.
        package var expires: Int?
    }
}
