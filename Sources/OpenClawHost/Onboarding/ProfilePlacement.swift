package import Inference

/// Stores a new key of a provider without losing the keys of its other endpoints.
///
/// `<provider>:default` is always the key that is in use, as OpenClaw expects. A key of another endpoint that stood there
/// moves to `<provider>:<endpoint>`; profiles that were bound to no endpoint are bound to the one they were used with.
package struct ProfilePlacement: Hashable, Sendable {
    package var provider: ProviderID
    /// Every spelling of the provider in stored profiles, lower case.
    package var spellings: [String]
    package var endpoint: EndpointID?
    package var secret: SecretInput
    /// The endpoint that unbound profiles were used with until now.
    package var previousEndpoint: EndpointID?
    /// Whether the key waits beside the one in use.
    package var isBeside: Bool

    package init(
        provider: ProviderID, spellings: [String], endpoint: EndpointID?, secret: SecretInput,
        previousEndpoint: EndpointID? = nil, isBeside: Bool = false
    ) {
        self.provider = provider
        self.spellings = spellings
        self.endpoint = endpoint
        self.secret = secret
        self.previousEndpoint = previousEndpoint
        self.isBeside = isBeside
    }

    /// The id of the profile that is written.
    package var profileID: String {
        if isBeside, let endpoint { return keptID(endpoint) }
        return "\(provider):default"
    }

    /// Changes the profiles and returns what the user should know.
    package func apply(to profiles: inout AuthProfiles) -> [String] {
        bind(&profiles)
        let current = profiles[profileID]
        guard let current, let bound = current.endpoint, let endpoint, bound != endpoint, current.secret != secret
        else {
            profiles[profileID] = replacing(current)
            return []
        }
        profiles[profileID] = replacing(nil)
        profiles[keptID(endpoint)] = nil
        let kept = keptID(bound)
        profiles[kept] = current.renamed(kept)
        return ["kept the key of \(bound) as profile \(kept)"]
    }

    /// The id under which the key of an endpoint waits while another is in use.
    package func keptID(_ endpoint: EndpointID) -> String { "\(provider):\(endpoint)" }

    private func bind(_ profiles: inout AuthProfiles) {
        guard let previousEndpoint, previousEndpoint != endpoint else { return }
        for var profile in profiles.all where profile.endpoint == nil && profile.kind == .apiKey {
            guard spellings.contains(profile.provider.rawValue), profile.secret != secret else { continue }
            profile.endpoint = previousEndpoint
            profiles[profile.id] = profile
        }
    }

    /// The new profile; what else an older one of the same endpoint says about the account stays.
    private func replacing(_ current: AuthProfile?) -> AuthProfile {
        var profile = current ?? AuthProfile(id: profileID, provider: provider, secret: secret, endpoint: endpoint)
        if profile.kind != .apiKey || !spellings.contains(profile.provider.rawValue) {
            profile = AuthProfile(id: profileID, provider: provider, secret: secret, endpoint: endpoint)
        }
        profile.secret = secret
        profile.endpoint = endpoint
        return profile
    }
}
