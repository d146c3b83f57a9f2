package import Inference

/// Everything that this user has: providers, endpoints and credentials, as they stand on disk and in the environment.
///
/// A snapshot: take a new one for a new command or when files have changed.
package struct Accounts: Sendable {
    package let manifests: [ProviderManifest]
    package let settings: SettingsView
    package let order: ProfileOrder
    package let selection: EndpointSelection
    package let resolver: CredentialResolver

    /// - Parameters:
    ///   - storePath: where the profiles came from, for messages.
    ///   - home: what `~` stands for.
    ///   - now: seconds since 1970.
    package init(
        manifests: [ProviderManifest], settings: SettingsView, variables: VariableLookup, profiles: AuthProfiles,
        state: AuthState, storePath: String, home: String, now: Double
    ) {
        self.manifests = manifests
        self.settings = settings
        order = ProfileOrder(profiles: profiles, state: state, settings: settings, now: Int(now * 1000))
        selection = EndpointSelection(manifests: manifests, settings: settings)
        let reader = SecretReader(variables: variables, settings: settings, home: home)
        resolver = CredentialResolver(order: order, reader: reader, manifests: manifests, storePath: storePath)
    }

    /// The provider that an id means.
    /// - Throws: `.invalidConfiguration` for retired and unknown ids.
    package func account(_ provider: ProviderID) throws(InferenceError) -> ProviderAccount {
        try ProviderAccount.find(provider, in: manifests, settings: settings)
    }

    /// Where requests of a provider go.
    package func endpoint(
        for account: ProviderAccount, profile: String? = nil
    ) throws(InferenceError) -> SelectedEndpoint {
        let pinned = profile.map { order.entry($0, account) }.flatMap { $0.exclusion == nil ? $0.profile : nil }
        return try selection.select(for: account, pinned: pinned, profiles: order.usable(for: account))
    }

    /// Endpoint and credential for one request: the first of its routes.
    /// - Throws: `.unauthenticated`, `.unsupported` or `.invalidConfiguration`, each with the command that helps.
    package func route(
        to provider: ProviderID, profile: String? = nil, for capability: Capability = .chat
    ) throws(InferenceError) -> AccountRoute {
        let routes = try routes(to: provider, profile: profile, for: capability)
        guard let first = routes.first else { throw InferenceError(.unauthenticated, "no credential was found") }
        return first
    }

    func lacking(
        _ capability: Capability, _ account: ProviderAccount, _ target: SelectedEndpoint
    ) -> InferenceError {
        let manifest = account.manifest
        let serving = (manifest?.authChoices ?? []).filter { choice in
            manifest?.endpoint(choice.endpoint)?.offers(capability) == true
        }
        let near = serving.first { manifest?.endpoint($0.endpoint)?.region == target.endpoint.region } ?? serving.first
        return InferenceError(
            .unsupported,
            "\(target.endpoint.label) does not serve \(capability); it needs a key of an endpoint that does",
            hint: near.map { "openclaw onboard --auth-choice \($0.id)" })
    }
}
