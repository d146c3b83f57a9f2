package import Inference

/// All providers that refs can name, built in and configured.
package struct ProviderRegistry: Sendable {
    /// The providers of this build first, then those that only the configuration knows, each in their order.
    package let entries: [ProviderEntry]

    package init(providers: [any ModelProvider], settings view: SettingsView) {
        let builtIn = providers.map { provider in
            let manifest = provider.manifest
            let own = ProviderAccount.own(manifest, view.providers)
            let account = ProviderAccount(
                id: manifest.id, manifest: manifest, settingsKey: own?.key, settings: own?.value.object)
            return ProviderEntry(account: account, provider: provider, hasKnownHost: true)
        }
        let used = Set(builtIn.compactMap(\.account.settingsKey))
        let custom = view.providers.members.filter { !used.contains($0.key) }
        entries = builtIn + custom.compactMap { Self.custom($0, among: providers) }
    }

    /// The provider that an id means: exactly so named ones first, then aliases.
    package func entry(for id: ProviderID) -> ProviderEntry? {
        let wanted = ProviderID(id.rawValue.trimmingASCIIWhitespace().lowercased())
        return entries.first { $0.id == wanted } ?? entries.first { $0.account.manifest?.answers(to: wanted) ?? false }
    }

    /// The provider that an id means.
    ///
    /// - Throws: `InferenceError` with code `.invalidConfiguration` for unknown and retired ids.
    package func requiredEntry(for id: ProviderID) throws(InferenceError) -> ProviderEntry {
        if let entry = entry(for: id) { return entry }
        let wanted = id.rawValue.lowercased()
        let retired = entries.lazy.compactMap(\.account.manifest).flatMap(\.retired).first { $0.ids.contains(wanted) }
        if let retired { throw InferenceError(.invalidConfiguration, retired.notice, hint: retired.hint) }
        let known = entries.map(\.id.rawValue).joined(separator: ", ")
        throw InferenceError(
            .invalidConfiguration,
            "unknown provider \"\(id)\"; expected one of \(known), or models.providers.\(id) with a baseUrl",
            hint: "openclaw infer model providers")
    }

    /// A configured provider is served by whoever knows its host; an unknown host speaks the common protocol, which
    /// every codec does.
    private static func custom(
        _ member: JSONObject.Member, among providers: [any ModelProvider]
    ) -> ProviderEntry? {
        let id = ProviderID(member.key.trimmingASCIIWhitespace().lowercased())
        let account = ProviderAccount(
            id: id, manifest: nil, settingsKey: member.key, settings: member.value.object)
        let owner = account.configuredHost.flatMap { host in
            providers.first { $0.manifest.endpoint(servingHost: host) != nil }
        }
        guard let provider = owner ?? providers.first else { return nil }
        return ProviderEntry(account: account, provider: provider, hasKnownHost: owner != nil)
    }
}
