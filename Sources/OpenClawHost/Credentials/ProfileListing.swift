package import Inference

/// The stored profiles as listings show them: which provider, which endpoint, whether they can be used, and never the key.
package struct ProfileListing: Hashable, Sendable {
    package private(set) var rows: [Row] = []

    /// One stored profile.
    package struct Row: Hashable, Sendable {
        package var id: String
        package var provider: ProviderID
        package var kind: AuthProfile.Kind
        /// The endpoint that it was given for, `nil` when it follows the configuration.
        package var endpoint: Endpoint?
        /// What may be shown of the secret.
        package var masked: String
        /// Why it is not used, `nil` when it can be.
        package var exclusion: String?
        /// Whether requests of its provider use it now.
        package var isInUse: Bool
    }

    /// - Parameter provider: only profiles of this one; `nil` for all.
    package init(_ accounts: Accounts, provider: ProviderAccount? = nil) {
        let shown = provider.map { [$0] } ?? accounts.known
        var seen: Set<String> = []
        for account in shown {
            let target = try? accounts.endpoint(for: account)
            let route = try? accounts.route(to: account.id)
            for entry in accounts.order.stored(for: account) where seen.insert(entry.id).inserted {
                rows.append(Self.row(entry, account, accounts, target, inUse: route?.credential.profileID == entry.id))
            }
        }
        guard provider == nil else { return }
        for profile in accounts.order.profiles.all where seen.insert(profile.id).inserted {
            rows.append(Self.row(profile))
        }
    }

    private static func row(
        _ profile: AuthProfile, _ account: ProviderAccount, _ accounts: Accounts, _ target: SelectedEndpoint?,
        inUse: Bool
    ) -> Row {
        var row = row(profile)
        row.provider = account.id
        row.endpoint = profile.endpoint.flatMap { account.manifest?.endpoint($0) }
        row.isInUse = inUse
        let listed = accounts.order.entries(for: account).contains { $0.id == profile.id }
        let ordered = listed ? nil : "it is not in the order of profiles"
        let candidates = target.map { accounts.resolver.candidates(for: account, target: $0, profile: profile.id) }
        row.exclusion = candidates?.first.flatMap(reason) ?? ordered
        return row
    }

    private static func reason(_ candidate: CredentialCandidate) -> String? {
        guard case .excluded(let code, let reason) = candidate.outcome else { return nil }
        return code == "endpoint_mismatch" ? "kept for its endpoint" : reason
    }

    private static func row(_ profile: AuthProfile) -> Row {
        let masked =
            switch profile.secret {
            case .literal(let secret): secret.masked
            case .reference(let reference): reference.label
            case nil: "-"
            }
        return Row(
            id: profile.id, provider: profile.provider, kind: profile.kind, masked: masked,
            exclusion: "its provider is not known", isInUse: false)
    }
}

extension Accounts {
    /// The providers of the manifests and those that the user configured.
    package var known: [ProviderAccount] {
        let ids = manifests.map(\.id) + settings.providers.keys.map { ProviderID($0) }
        return ids.compactMap { try? account($0) }.reduce(into: []) { result, account in
            if !result.contains(where: { $0.id == account.id }) { result.append(account) }
        }
    }
}

extension ProfileOrder {
    /// The stored profiles of a provider, the ones in order first.
    fileprivate func stored(for account: ProviderAccount) -> [AuthProfile] {
        let ordered = entries(for: account).compactMap(\.profile)
        let names = account.spellings
        let others = profiles.all.filter { profile in
            names.contains(profile.provider.rawValue) && !ordered.contains { $0.id == profile.id }
        }
        return ordered + others
    }
}
