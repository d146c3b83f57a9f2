package import Inference

/// Finds out what `--auth-choice` means, or what the key flags say when it is absent.
package struct ChoiceResolution: Sendable {
    package var manifests: [ProviderManifest]

    package init(manifests: [ProviderManifest]) { self.manifests = manifests }

    /// A choice with the lines to say about it.
    package struct Found: Hashable, Sendable {
        package var choice: OnboardingChoice
        package var notices: [String] = []
        /// A bare provider id was given: a person may still pick the plan.
        package var isProviderOnly = false
    }

    /// - Returns: `nil` when nothing was chosen.
    /// - Throws: `.invalidConfiguration` for unknown and retired ids, and for flags that contradict.
    package func resolve(_ text: String?, flags: [KeyFlagValue]) throws(InferenceError) -> Found? {
        guard let id = text?.trimmingASCIIWhitespace(), !id.isEmpty else { return try infer(from: flags) }
        let found = try find(id)
        try check(flags, against: found.choice)
        return found
    }

    /// What a spelled choice means.
    package func find(_ id: String) throws(InferenceError) -> Found {
        if id == OnboardingChoice.customID { return Found(choice: .custom) }
        if id == OnboardingChoice.skipID { return Found(choice: .skip) }
        for manifest in manifests {
            if let choice = manifest.authChoices.first(where: { $0.id.rawValue == id }) {
                return Found(choice: .provider(manifest, choice))
            }
        }
        if let found = deprecated(id) ?? method(id) ?? provider(id) ?? endpoint(id) { return found }
        throw refused(id)
    }

    private func deprecated(_ id: String) -> Found? {
        for manifest in manifests {
            let old = AuthChoiceID(id)
            guard let choice = manifest.authChoices.first(where: { $0.deprecatedIDs.contains(old) }) else { continue }
            let notice = "auth choice \"\(id)\" is deprecated and still works; its new name is \"\(choice.id)\""
            return Found(choice: .provider(manifest, choice), notices: [notice])
        }
        return nil
    }

    /// `provider-plugin:<provider>[:<method>]`.
    private func method(_ id: String) -> Found? {
        let parts = id.split(separator: ":", omittingEmptySubsequences: false).map(String.init)
        guard parts[0] == "provider-plugin", (2...3).contains(parts.count) else { return nil }
        guard parts.count == 3 else { return provider(parts[1]) }
        guard let manifest = manifests.first(where: { $0.answers(to: ProviderID(parts[1])) }),
            let choice = manifest.authChoices.first(where: { $0.method == parts[2] })
        else { return nil }
        return Found(choice: .provider(manifest, choice))
    }

    /// A bare provider id means its first method.
    private func provider(_ id: String) -> Found? {
        guard let manifest = manifests.first(where: { $0.answers(to: ProviderID(id)) }),
            let choice = manifest.authChoices.first
        else { return nil }
        let notice = "\"\(id)\" is a provider; its first choice is \"\(choice.id)\" (\(choice.label))"
        return Found(choice: .provider(manifest, choice), notices: [notice], isProviderOnly: true)
    }

    /// The id of an endpoint, which also reaches those that no picker offers.
    private func endpoint(_ id: String) -> Found? {
        for manifest in manifests {
            guard let endpoint = manifest.endpoint(EndpointID(id)) else { continue }
            return Found(choice: .provider(manifest, manifest.choice(for: endpoint)))
        }
        return nil
    }

    private func infer(from flags: [KeyFlagValue]) throws(InferenceError) -> Found? {
        let names = flags.reduce(into: [String]()) { if !$0.contains($1.flag) { $0.append($1.flag) } }
        guard let first = names.first else { return nil }
        guard names.count == 1 else {
            throw InferenceError(
                .invalidConfiguration,
                """
                several API key flags were given
                use a single provider flag or pass --auth-choice
                flags: \(names.joined(separator: ", "))
                """, hint: "openclaw onboard --help")
        }
        for manifest in manifests {
            guard let choice = manifest.authChoices.first(where: { $0.keyFlag == first }) else { continue }
            return Found(choice: .provider(manifest, choice))
        }
        return nil
    }

    /// A key that was given for one plan must not end up as another plan's.
    private func check(_ flags: [KeyFlagValue], against choice: OnboardingChoice) throws(InferenceError) {
        guard case .provider(_, let wanted) = choice else { return }
        guard let stray = flags.first(where: { $0.flag != wanted.keyFlag }) else { return }
        let owner = manifests.flatMap(\.authChoices).first { $0.keyFlag == stray.flag }
        throw InferenceError(
            .invalidConfiguration,
            "\(stray.flag) holds a key for \"\(owner.map { $0.id.rawValue } ?? stray.flag)\", "
                + "but the auth choice is \"\(wanted.id)\"; expected \(wanted.keyFlag)",
            hint: "openclaw onboard --auth-choice \(wanted.id) --key-stdin")
    }

    private func refused(_ id: String) -> InferenceError {
        let retired = manifests.lazy.flatMap(\.retired).first { $0.ids.contains(id) }
        if let retired { return InferenceError(.invalidConfiguration, retired.notice, hint: retired.hint) }
        let known =
            manifests.flatMap(\.authChoices).map(\.id.rawValue) + [OnboardingChoice.customID, OnboardingChoice.skipID]
        return InferenceError(
            .invalidConfiguration,
            "unknown auth choice \"\(id)\"; expected one of \(known.joined(separator: ", "))",
            hint: "openclaw onboard --help")
    }
}
