import Inference

extension Onboarding {
    /// A key that is there already: a profile (`provider:name`), a setting (`models.providers.x.apiKey`) or a variable.
    func key(from source: String) throws(InferenceError) -> AcquiredKey {
        if options.takesKeyFromInput || options.keyFile != nil || !options.keyFlags.isEmpty {
            throw GatewayFlags.invalid("--key-from cannot be combined with another source of the key")
        }
        if source.contains(":") {
            guard let secret = try store.load()[source]?.secret else {
                throw GatewayFlags.invalid("there is no stored profile \"\(source)\" with a key")
            }
            return AcquiredKey(secret, from: .profile(source))
        }
        if source.contains(".") {
            let path = source.split(separator: ".").map(String.init)
            guard let value = writtenRoot.value(path), let input = SecretInput(value, takesMarkers: true) else {
                throw GatewayFlags.invalid("there is no key at \(source) in \(writtenRoot.file)")
            }
            return AcquiredKey(input, from: .setting(source))
        }
        guard let found = variables[source] else {
            throw GatewayFlags.invalid("environment variable \"\(source)\" is missing or empty")
        }
        _ = try PastedKey(found.value)
        return AcquiredKey(.reference(.variable(source)), from: .variable(name: source, place: found.label))
    }

    /// A profile whose key is given to another one would stay behind and be tried in vain.
    func abandoned(_ key: AcquiredKey?, for plan: OnboardingPlan) -> String? {
        guard options.keyFrom != nil, case .profile(let id) = key?.source, let placement = plan.placement,
            id != placement.profileID
        else { return nil }
        return id
    }

    /// What the configuration says about a profile that goes.
    func forgetting(_ id: String) -> [SettingChange] {
        var changes = SettingChanges(root: writtenRoot.root)
        changes.remove(["auth", "profiles", id])
        return changes.list
    }
}
