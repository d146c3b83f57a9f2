import Inference

/// Which of a provider's profiles may be used, and in which order.
///
/// An order that was set for the agent or in `auth.order` is kept as it is. Otherwise logins come before tokens before keys,
/// and `<provider>:default` before others of its kind. When the configuration lists profiles of the provider, only those
/// count, and beside them the ones that onboarding bound to an endpoint.
package struct ProfileOrder: Sendable {
    package var profiles: AuthProfiles
    package var state: AuthState
    package var settings: SettingsView
    /// Milliseconds since 1970, for tokens that end.
    package var now: Int

    package init(profiles: AuthProfiles, state: AuthState = AuthState(), settings: SettingsView, now: Int) {
        self.profiles = profiles
        self.state = state
        self.settings = settings
        self.now = now
    }

    /// A profile with the reason code that rules it out, if one does.
    package struct Entry: Hashable, Sendable {
        package var id: String
        package var profile: AuthProfile?
        package var exclusion: String?
    }

    /// All profiles of the provider, usable and not, in order.
    package func entries(for account: ProviderAccount) -> [Entry] {
        let names = account.spellings
        if let order = state.order(for: names) ?? AuthState.list(settings.value(["auth", "order"]), for: names) {
            return order.map { entry($0, account) }
        }
        let stored = profiles.all.filter { names.contains($0.provider.rawValue) }
        let listed = listedIDs(names)
        let counts = stored.contains { listed.contains($0.id) }
        let candidates = counts ? stored.filter { listed.contains($0.id) || $0.endpoint != nil } : stored
        return candidates.enumerated().sorted { (rank($0.element), $0.offset) < (rank($1.element), $1.offset) }
            .map { entry($0.element.id, account) }
    }

    /// Whether the user has set an order. Profiles take turns otherwise.
    package func isSet(for account: ProviderAccount) -> Bool {
        let names = account.spellings
        return state.order(for: names) != nil || AuthState.list(settings.value(["auth", "order"]), for: names) != nil
    }

    /// The usable profiles in order.
    package func usable(for account: ProviderAccount) -> [AuthProfile] {
        entries(for: account).filter { $0.exclusion == nil }.compactMap(\.profile)
    }

    /// Judges one profile by its id.
    package func entry(_ id: String, _ account: ProviderAccount) -> Entry {
        guard let profile = profiles[id] else { return Entry(id: id, exclusion: "profile_missing") }
        return Entry(id: id, profile: profile, exclusion: exclusion(profile, account))
    }

    private func exclusion(_ profile: AuthProfile, _ account: ProviderAccount) -> String? {
        guard account.spellings.contains(profile.provider.rawValue) else { return "provider_mismatch" }
        if let mode = settings.value(["auth", "profiles", profile.id, "mode"])?.string, !fits(mode, profile.kind) {
            return "mode_mismatch"
        }
        if profile.secret == nil { return "missing_credential" }
        guard let expires = profile.expires else { return nil }
        if expires <= 0 { return "invalid_expires" }
        return expires <= now ? "expired" : nil
    }

    private func fits(_ mode: String, _ kind: AuthProfile.Kind) -> Bool {
        mode == kind.rawValue || (mode == "oauth" && kind == .token)
    }

    private func listedIDs(_ names: [String]) -> Set<String> {
        let listed = settings.value(["auth", "profiles"])?.object?.members ?? []
        return Set(listed.filter { names.contains($0.value["provider"]?.string?.lowercased() ?? "") }.map(\.key))
    }

    private func rank(_ profile: AuthProfile) -> Int {
        let kinds: [AuthProfile.Kind: Int] = [.oauth: 0, .token: 2]
        return (kinds[profile.kind] ?? 4) + (profile.id.hasSuffix(":default") ? 0 : 1)
    }
}
