package import Inference

/// Makes the plan of an onboarding from what stands on disk and what was chosen. Pure.
package struct OnboardingPlanner: Sendable {
    package var manifests: [ProviderManifest]
    /// The configuration as it is written, with `${NAME}` in place.
    package var settings: SettingsView
    package var options: OnboardingOptions
    package var variables: VariableLookup
    package var stateDirectory: String
    package var version: String
    /// ISO 8601, UTC.
    package var now: String
    /// For the gateway, when it has none yet.
    package var newToken: String

    package init(
        manifests: [ProviderManifest], settings: SettingsView, options: OnboardingOptions, variables: VariableLookup,
        stateDirectory: String, version: String, now: String, newToken: String
    ) {
        self.manifests = manifests
        self.settings = settings
        self.options = options
        self.variables = variables
        self.stateDirectory = stateDirectory
        self.version = version
        self.now = now
        self.newToken = newToken
    }

    /// - Throws: `.invalidConfiguration` for anything that cannot be written.
    /// - Parameter isProven: whether the endpoint has accepted the key, so that nothing about its looks matters.
    package func plan(
        _ choice: OnboardingChoice, key: AcquiredKey?, isProven: Bool = false
    ) throws(InferenceError) -> OnboardingPlan {
        var changes = SettingChanges(root: settings.root)
        if options.writesLocalSettings { try local.apply(to: &changes) }
        switch choice {
        case .provider(let manifest, let auth): return try provider(manifest, auth, key, isProven, changes)
        case .custom: return try custom(key, changes)
        case .skip:
            return OnboardingPlan(
                choice: choice, changes: changes.list, modelCount: 0,
                notes: ["no provider was set up; run: openclaw onboard"], warnings: [])
        }
    }

    /// The endpoint that is in use before anything is written, when it can be told.
    package func current(_ manifest: ProviderManifest) -> SelectedEndpoint? {
        let selection = EndpointSelection(manifests: manifests, settings: settings)
        guard let account = try? ProviderAccount.find(manifest.id, in: manifests, settings: settings) else {
            return nil
        }
        return try? selection.select(for: account)
    }

    private func provider(
        _ manifest: ProviderManifest, _ choice: AuthChoice, _ key: AcquiredKey?, _ isProven: Bool,
        _ changes: SettingChanges
    ) throws(InferenceError) -> OnboardingPlan {
        guard let template = manifest.endpoint(choice.endpoint) else {
            throw GatewayFlags.invalid("auth choice \"\(choice.id)\" has no address of its own")
        }
        guard let endpoint = template.placed(in: options.workspaceID) else {
            throw GatewayFlags.invalid("\(template.label) has a host for each workspace; it needs --workspace-id")
        }
        let current = current(manifest)
        if let current, let key, options.keepsEndpoint, isConfigured(manifest), !current.isCustom,
            current.endpoint.id != endpoint.id
        {
            return beside(current.endpoint, endpoint, manifest, choice, key, isProven)
        }
        let kept = template == endpoint ? current.flatMap { $0.endpoint.id == endpoint.id ? $0.endpoint : nil } : nil
        let baseURL = kept?.baseURL ?? endpoint.baseURL
        let setup = ProviderSetup(
            manifest: manifest, endpoint: endpoint, baseURL: baseURL, profileID: "\(manifest.id):default",
            setsDefaultModel: options.setsDefaultModel)
        var changes = changes
        setup.apply(to: &changes)
        let placement = key.map { key in
            ProfilePlacement(
                provider: manifest.id, spellings: spellings(manifest), endpoint: endpoint.id, secret: key.input,
                previousEndpoint: current?.endpoint.id)
        }
        return OnboardingPlan(
            choice: .provider(manifest, choice), endpoint: endpoint, baseURL: baseURL, provider: manifest.id,
            placement: placement, changes: changes.list,
            defaultModel: options.setsDefaultModel ? setup.defaultModel.map(setup.ref) : nil,
            modelCount: setup.models.count, notes: notes(manifest, endpoint),
            warnings: (key?.warnings ?? []) + (isProven ? [] : advice(key, endpoint)))
    }

    /// Whether the user's configuration says where the provider's requests go.
    private func isConfigured(_ manifest: ProviderManifest) -> Bool {
        ProviderAccount.own(manifest, settings.providers)?.value["baseUrl"]?.string != nil
    }

    /// A key that is stored for what the endpoint in use does not serve. The configuration stays as it is.
    private func beside(
        _ current: Endpoint, _ endpoint: Endpoint, _ manifest: ProviderManifest, _ choice: AuthChoice,
        _ key: AcquiredKey, _ isProven: Bool
    ) -> OnboardingPlan {
        let placement = ProfilePlacement(
            provider: manifest.id, spellings: spellings(manifest), endpoint: endpoint.id, secret: key.input,
            previousEndpoint: current.id, isBeside: true)
        let note =
            "\(current.label) stays in use; the key of \(endpoint.label) is for what it does not serve. "
            + "To use \(endpoint.label) for everything: openclaw onboard --auth-choice \(choice.id)"
        return OnboardingPlan(
            choice: .provider(manifest, choice), endpoint: endpoint, baseURL: endpoint.baseURL, provider: manifest.id,
            placement: placement, changes: [],
            modelCount: manifest.models.count { !$0.isHidden && $0.unavailability(on: endpoint) == nil },
            notes: notes(manifest, endpoint) + [note], warnings: key.warnings + (isProven ? [] : advice(key, endpoint)))
    }

    private func custom(_ key: AcquiredKey?, _ changes: SettingChanges) throws(InferenceError) -> OnboardingPlan {
        let setup = try CustomSetup(options.custom, manifests: manifests, settings: settings)
        var changes = changes
        setup.apply(to: &changes, hasKey: key != nil)
        let placement = key.map {
            ProfilePlacement(
                provider: setup.providerID, spellings: [setup.providerID.rawValue], endpoint: nil, secret: $0.input)
        }
        return OnboardingPlan(
            choice: .custom, baseURL: setup.baseURL, provider: setup.providerID, placement: placement,
            changes: changes.list, defaultModel: setup.ref, modelCount: 1, notes: [], warnings: key?.warnings ?? [])
    }

    private var local: LocalSetup {
        LocalSetup(
            options: options, stateDirectory: stateDirectory, variables: variables, newToken: newToken,
            version: version,
            now: now)
    }

    private func spellings(_ manifest: ProviderManifest) -> [String] {
        ProviderAccount(id: manifest.id, manifest: manifest).spellings
    }

    private func notes(_ manifest: ProviderManifest, _ endpoint: Endpoint) -> [String] {
        var notes = manifest.plan(endpoint.plan)?.terms.map { [$0] } ?? []
        let plugins = settings.value(["plugins"])
        let isDenied = plugins?["deny"]?.array?.contains(.string(manifest.id.rawValue)) == true
        if plugins?["enabled"]?.bool == false || isDenied {
            notes.append(
                "plugins.\(isDenied ? "deny" : "enabled") in \(settings.file) keeps OpenClaw from using \(manifest.id)")
        }
        return notes
    }

    /// What the beginning of the key suggests about it.
    func advice(_ key: AcquiredKey?, _ endpoint: Endpoint) -> [String] {
        guard let key else { return [] }
        let secret: Secret? =
            switch key.input {
            case .literal(let secret): secret
            case .reference(let reference): variables[reference.id].map { Secret($0.value) }
            }
        let hint = KeyPlanHint(plans: manifests.flatMap(\.plans))
        return secret.flatMap { hint.advice(for: $0, on: endpoint) }.map { [$0] } ?? []
    }
}
