package import Inference

/// A provider as this user has it: what its manifest says and what the user wrote about it.
package struct ProviderAccount: Hashable, Sendable {
    /// The id that refs and profiles are filed under.
    package var id: ProviderID
    /// The manifest; `nil` for providers that only the user's configuration knows.
    package var manifest: ProviderManifest?
    /// The key of the user's entry under `models.providers`, which may be an older spelling of the id.
    package var settingsKey: String?
    /// The user's entry.
    package var settings: JSONObject?

    package init(id: ProviderID, manifest: ProviderManifest?, settingsKey: String? = nil, settings: JSONObject? = nil) {
        self.id = id
        self.manifest = manifest
        self.settingsKey = settingsKey
        self.settings = settings
    }

    /// Every spelling under which credentials and orders of this provider may be filed, lower case.
    package var spellings: [String] {
        var names = [id.rawValue]
        if let manifest, manifest.id == id { names += manifest.aliases.map(\.rawValue) }
        return names
    }

    /// The path of a setting of this provider, for messages and lookups.
    package func path(_ key: String) -> [String] { ["models", "providers", settingsKey ?? id.rawValue, key] }
}

extension ProviderAccount {
    /// Finds the provider that an id means to this user.
    ///
    /// An id is a manifest's own, one of its aliases, or a key of `models.providers`. A user's entry under an alias owns its
    /// refs when it speaks another protocol or to other hosts; otherwise it is an older spelling of the manifest's provider.
    /// - Throws: `.invalidConfiguration` for retired and unknown ids.
    package static func find(
        _ id: ProviderID, in manifests: [ProviderManifest], settings view: SettingsView
    ) throws(InferenceError) -> ProviderAccount {
        let wanted = id.rawValue.trimmingASCIIWhitespace().lowercased()
        let entries = view.providers
        let exact = entries.members.first { $0.key.trimmingASCIIWhitespace().lowercased() == wanted }
        guard let manifest = manifests.first(where: { $0.answers(to: ProviderID(wanted)) }) else {
            guard let exact else { throw unknown(wanted, manifests) }
            return ProviderAccount(
                id: ProviderID(wanted), manifest: nil, settingsKey: exact.key, settings: exact.value.object)
        }
        if let exact, manifest.id.rawValue != wanted, !isSpelling(exact.value, of: manifest) {
            return ProviderAccount(
                id: ProviderID(wanted), manifest: nil, settingsKey: exact.key, settings: exact.value.object)
        }
        let entry = exact ?? own(manifest, entries)
        return ProviderAccount(
            id: manifest.id, manifest: manifest, settingsKey: entry?.key, settings: entry?.value.object)
    }

    /// The user's entry for a manifest: under its id, else under an alias that only spells it differently.
    package static func own(_ manifest: ProviderManifest, _ entries: JSONObject) -> JSONObject.Member? {
        let matching = entries.members.filter { manifest.answers(to: ProviderID($0.key.trimmingASCIIWhitespace())) }
        return matching.first { $0.key.trimmingASCIIWhitespace().lowercased() == manifest.id.rawValue }
            ?? matching.first { isSpelling($0.value, of: manifest) }
    }

    /// Whether an entry under an alias means the manifest's provider: same protocol, and no host of its own.
    static func isSpelling(_ entry: JSONValue, of manifest: ProviderManifest) -> Bool {
        if let api = entry["api"]?.string, api != "openai-completions" { return false }
        guard let text = entry["baseUrl"]?.string else { return true }
        guard let url = try? PastedBaseURL(text) else { return false }
        return manifest.endpoint(servingHost: url.host) != nil
    }

    private static func unknown(_ id: String, _ manifests: [ProviderManifest]) -> InferenceError {
        if let retired = manifests.lazy.flatMap(\.retired).first(where: { $0.ids.contains(id) }) {
            return InferenceError(.invalidConfiguration, retired.notice, hint: retired.hint)
        }
        let known = manifests.map(\.id.rawValue).joined(separator: ", ")
        return InferenceError(
            .invalidConfiguration, "unknown provider \"\(id)\"; expected one of \(known), or a key of models.providers",
            hint: "openclaw models list --all")
    }
}
