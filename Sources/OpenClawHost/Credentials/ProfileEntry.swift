package import Inference

/// A token or key that is stored under a name of the user's choice, beside the keys of onboarding.
package struct ProfileEntry: Hashable, Sendable {
    package var profile: AuthProfile

    /// - Parameters:
    ///   - endpoint: the endpoint that the credential is for; `nil` to follow the configuration.
    ///   - lifetime: how long it is valid, from `now` (seconds since 1970).
    /// - Throws: `.invalidConfiguration` for a name that cannot be one.
    package init(
        id: String, kind: AuthProfile.Kind, provider: ProviderID, secret: Secret, endpoint: EndpointID?,
        lifetime: Duration? = nil, now: Double
    ) throws(InferenceError) {
        let isName = id.utf8.allSatisfy { (0x21...0x7E).contains($0) && $0 != 0x2F && $0 != 0x40 }
        guard isName, !id.isEmpty, id.utf8.count <= 128 else {
            throw InferenceError(
                .invalidConfiguration, "invalid profile id; expected a name such as \(provider):manual without / and @",
                hint: "openclaw models auth list")
        }
        profile = AuthProfile(id: id, kind: kind, provider: provider, secret: .literal(secret), endpoint: endpoint)
        profile.expires = lifetime.map { Int((now + Double($0.components.seconds)) * 1000) }
    }

    /// What the configuration says about it.
    package func changes(to root: JSONValue) -> [SettingChange] {
        var changes = SettingChanges(root: root)
        let path = ["auth", "profiles", profile.id]
        var entry = changes.value(path)?.object ?? JSONObject()
        entry["provider"] = .string(profile.provider.rawValue)
        entry["mode"] = .string(profile.kind.rawValue)
        changes.set(path, .object(entry))
        return changes.list
    }
}
