package import Inference

/// Removes stored credentials and what the configuration says about them.
package struct ProfileRemoval: Hashable, Sendable {
    /// The profiles that go.
    package var ids: [String]

    /// - Parameters:
    ///   - named: the profile that the user named; needed when there are several and not all are meant.
    /// - Throws: `.invalidConfiguration` when it is not clear which one is meant.
    package init(
        of account: ProviderAccount, named: String?, all: Bool, in profiles: AuthProfiles
    ) throws(InferenceError) {
        let own = profiles.all.filter { account.spellings.contains($0.provider.rawValue) }.map(\.id)
        let hint = "openclaw models auth list --provider \(account.id)"
        if let named {
            guard own.contains(named) else {
                throw InferenceError(
                    .invalidConfiguration, "there is no profile \"\(named)\" of \(account.id)", hint: hint)
            }
            ids = [named]
        } else if all || own.count == 1 {
            ids = own
        } else if own.isEmpty {
            throw InferenceError(.invalidConfiguration, "there is no stored profile of \(account.id)", hint: hint)
        } else {
            throw InferenceError(
                .invalidConfiguration,
                "\(account.id) has \(own.count) profiles: \(own.joined(separator: ", ")); name one or pass --all",
                hint: "openclaw models auth remove --provider \(account.id) --profile-id \(own[0])")
        }
    }

    package func apply(to profiles: inout AuthProfiles) {
        for id in ids { profiles[id] = nil }
    }

    /// What goes from the configuration.
    package func changes(to root: JSONValue) -> [SettingChange] {
        var changes = SettingChanges(root: root)
        for id in ids { changes.remove(["auth", "profiles", id]) }
        for member in changes.value(["auth", "order"])?.object?.members ?? [] {
            let before = member.value.array ?? []
            let after = before.filter { !ids.contains($0.string ?? "") }
            guard after.count != before.count else { continue }
            if after.isEmpty {
                changes.remove(["auth", "order", member.key])
            } else {
                changes.set(["auth", "order", member.key], .array(after))
            }
        }
        return changes.list
    }
}
