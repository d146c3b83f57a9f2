import Inference

extension Onboarding {
    /// What is set up, with which key, and what endpoints said about the key if they had to be asked first.
    struct Selection {
        var choice: OnboardingChoice
        var key: AcquiredKey?
        var discovery: Discovery?
    }

    func selection(_ chosen: OnboardingChoice?) async throws(InferenceError) -> Selection {
        guard let chosen else { return try await find() }
        let key = try key(for: chosen)
        if case .literal(let secret) = key?.input { learn(secret) }
        return Selection(choice: chosen, key: key)
    }

    /// Lets the key tell what it belongs to.
    private func find() async throws(InferenceError) -> Selection {
        guard let discovery, let key = try anyKey() else { return try pick() }
        let secret = try secret(of: key)
        learn(secret)
        let found = await discovery.find(secret, issuer: try issuer(of: key))
        found.explanation.forEach(explain)
        if let only = found.only, let choice = choice(only) {
            return Selection(choice: choice, key: key, discovery: found)
        }
        let failure = found.failure(manifests: manifests)
        guard let prompter, !found.isRefused else { throw failure }
        prompter.note("Choose the plan", [failure.message])
        let picker = ChoicePicker(prompter: prompter)
        let accepted = found.accepted.compactMap(choice)
        guard accepted.isEmpty else {
            return Selection(choice: try picker.pick(from: accepted), key: key, discovery: found)
        }
        return Selection(choice: try picker.pick(among: manifests), key: key)
    }

    /// Without a key that could tell, a person picks, and scripts get the local settings only.
    private func pick() throws(InferenceError) -> Selection {
        guard let prompter else { return Selection(choice: .skip) }
        let choice = try ChoicePicker(prompter: prompter).pick(among: manifests)
        let key = try key(for: choice)
        if case .literal(let secret) = key?.input { learn(secret) }
        return Selection(choice: choice, key: key)
    }

    private func anyKey() throws(InferenceError) -> AcquiredKey? {
        if let source = options.keyFrom { return try key(from: source) }
        let question = KeyQuestion(anyOf: manifests)
        let isGiven = options.takesKeyFromInput || options.keyFile != nil || options.secretInputMode == "ref"
        let isSet = question.variables.contains { variables[$0] != nil }
        if options.isNonInteractive, !isGiven, !isSet { return nil }
        return try acquisition(question, stored: nil).acquire()
    }

    /// The page of the vendor that the key is of. A variable tells; else there has to be only one vendor.
    private func issuer(of key: AcquiredKey) throws(InferenceError) -> String {
        if case .variable(let name, _) = key.source,
            let owner = manifests.first(where: { $0.environment.contains(name) })
        {
            return owner.keysPage
        }
        let issuers = Set(manifests.map(\.keysPage))
        guard issuers.count == 1, let only = issuers.first else {
            throw InferenceError(
                .invalidConfiguration,
                "the key could be of \(manifests.map(\.label).joined(separator: ", ")) and is shown to none of them; "
                    + "expected --auth-choice", hint: "openclaw onboard --help")
        }
        return only
    }

    private func choice(_ answer: ProbeAnswer) -> OnboardingChoice? {
        guard let manifest = manifests.first(where: { $0.id == answer.target.provider }) else { return nil }
        return .provider(manifest, manifest.choice(for: answer.endpoint))
    }

    /// What is sent for an acquired key.
    func secret(of key: AcquiredKey) throws(InferenceError) -> Secret {
        let reader = SecretReader(variables: variables, settings: writtenRoot, home: host.locations.home)
        return try reader.read(key.input).secret
    }
}
