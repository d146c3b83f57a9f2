package import Inference

/// Sets a provider up: finds out what is wanted, checks all of it, then writes the key, then the configuration.
///
/// Nothing is written before everything is checked; when the configuration cannot be written, the credentials are put back.
package struct Onboarding: Sendable {
    package var manifests: [ProviderManifest]
    package var host: HostSettings
    package var options: OnboardingOptions
    package var input: KeyInput
    /// Who is asked; `nil` when nobody is.
    package var prompter: (any Prompter)?
    package var version: String
    /// Seconds since 1970.
    package var now: Double
    /// For the gateway, when it has none yet.
    package var newToken: String
    /// Writes changes to the configuration file in place.
    package var edit: SettingsEditing
    /// Asks endpoints about keys; `nil` when nothing may be asked.
    package var discovery: PlanDiscovery?
    /// Told every secret before it is used, so that no output shows it.
    package var learn: @Sendable (Secret) -> Void
    /// Told how the search for the endpoint of a key goes.
    package var explain: @Sendable (String) -> Void
    /// Told what to say while it goes on, for example that an id is an older spelling.
    package var say: @Sendable (String) -> Void

    package init(
        manifests: [ProviderManifest], host: HostSettings, options: OnboardingOptions, input: KeyInput,
        prompter: (any Prompter)?, version: String, now: Double, newToken: String,
        edit: SettingsEditing, discovery: PlanDiscovery? = nil,
        learn: @escaping @Sendable (Secret) -> Void = { _ in },
        explain: @escaping @Sendable (String) -> Void = { _ in }, say: @escaping @Sendable (String) -> Void = { _ in }
    ) {
        self.manifests = manifests
        self.host = host
        self.options = options
        self.input = input
        self.prompter = prompter
        self.version = version
        self.now = now
        self.newToken = newToken
        self.edit = edit
        self.discovery = discovery
        self.learn = learn
        self.explain = explain
        self.say = say
    }

    /// - Throws: `.invalidConfiguration`, `.unauthenticated` or `.connectionFailed` before anything is written,
    ///   `.cancelled` when the person gives up.
    package func run() async throws(InferenceError) -> OnboardingOutcome {
        try check()
        let chosen = try choose()
        let reset = try reset()
        let selection = try await selection(chosen)
        var plan = try planner.plan(selection.choice, key: selection.key, isProven: selection.discovery != nil)
        let abandoned = abandoned(selection.key, for: plan)
        if let abandoned { plan.changes += forgetting(abandoned) }
        let backup = try reset?.perform()
        var notes = try write(plan)
        if let abandoned, let placement = plan.placement {
            try store.update { $0[abandoned] = nil }
            notes.append("moved the key of profile \(abandoned) to \(placement.profileID)")
        }
        var outcome = outcome(plan, key: selection.key, backup: backup, notes: notes)
        outcome.discovery = selection.discovery
        if selection.discovery == nil { await verify(&outcome) }
        return outcome
    }
}

extension Onboarding {
    private func check() throws(InferenceError) {
        try GatewayFlags.check(options.secretInputMode, "--secret-input-mode", ["plaintext", "ref"])
        try GatewayFlags.check(options.mode, "--mode", ["local"])
        try GatewayFlags.check(options.flow, "--flow", ["quickstart", "advanced", "manual"])
        try GatewayFlags(options: options.gateway).check(variables)
        if !options.resets { try host.configuration.requireValid() }
        if !options.resets { _ = try store.load() }
    }

    /// - Returns: `nil` when the key has to tell.
    private func choose() throws(InferenceError) -> OnboardingChoice? {
        let resolution = ChoiceResolution(manifests: manifests)
        let found = try resolution.resolve(options.authChoice, flags: options.keyFlags)
        if let found, let prompter, found.isProviderOnly, case .provider(let manifest, _) = found.choice {
            return try ChoicePicker(prompter: prompter).pick(in: manifest)
        }
        if let found {
            found.notices.forEach(say)
            return found.choice
        }
        if discovery?.isPossible == true { return nil }
        if let prompter { return try ChoicePicker(prompter: prompter).pick(among: manifests) }
        guard options.isNonInteractive, !options.takesKeyFromInput, options.keyFile == nil else {
            let known = manifests.flatMap(\.authChoices).map(\.id.rawValue).joined(separator: ", ")
            throw InferenceError(
                .invalidConfiguration, "nothing was chosen; expected --auth-choice with one of \(known)",
                hint: manifests.first?.authChoices.first.map { "openclaw onboard --auth-choice \($0.id)" })
        }
        return .skip
    }

    func key(for choice: OnboardingChoice) throws(InferenceError) -> AcquiredKey? {
        switch choice {
        case .skip: return nil
        case .custom: return try customKey()
        case .provider(let manifest, let auth):
            if let source = options.keyFrom { return try key(from: source) }
            return try acquisition(KeyQuestion(auth, of: manifest), stored: try stored(manifest, auth)).acquire()
        }
    }

    func acquisition(_ question: KeyQuestion, stored: AuthProfile?) -> KeyAcquisition {
        KeyAcquisition(
            question: question, options: options, variables: variables, stored: stored, input: input,
            prompter: prompter)
    }

    /// The key of the user's own server; it may have none.
    private func customKey() throws(InferenceError) -> AcquiredKey? {
        if let given = options.custom.key, !given.isEmpty {
            return AcquiredKey(
                .literal(try PastedKey(given.expose()).secret), from: .flag("--custom-api-key"),
                warnings: [KeyAcquisition.exposure(of: "--custom-api-key", instead: "the variable CUSTOM_API_KEY")])
        }
        guard let found = variables["CUSTOM_API_KEY"] else { return nil }
        let source = AcquiredKey.Source.variable(name: "CUSTOM_API_KEY", place: found.label)
        return AcquiredKey(.literal(try PastedKey(found.value).secret), from: source)
    }

    /// A stored key that was given for the endpoint, or that was used with it until now.
    private func stored(_ manifest: ProviderManifest, _ choice: AuthChoice) throws(InferenceError) -> AuthProfile? {
        guard !options.resets else { return nil }
        let account = ProviderAccount(id: manifest.id, manifest: manifest)
        let order = ProfileOrder(
            profiles: try store.load(), settings: SettingsView(root: .object(JSONObject())), now: Int(now * 1000))
        let current = planner.current(manifest)?.endpoint.id
        return order.usable(for: account).first { profile in
            profile.kind == .apiKey && (profile.endpoint ?? current) == choice.endpoint
        }
    }

    private func reset() throws(InferenceError) -> OnboardingReset? {
        guard options.resets else {
            if options.resetScope != nil { throw GatewayFlags.invalid("--reset-scope needs --reset") }
            return nil
        }
        let stamp = ISODate(now).digits
        return try OnboardingReset(
            scope: options.resetScope, locations: host.locations, workspace: workspace, stamp: stamp)
    }

    private func outcome(
        _ plan: OnboardingPlan, key: AcquiredKey?, backup: String?, notes: [String]
    ) -> OnboardingOutcome {
        let after = plan.changes.reduce(into: [String: JSONValue]()) { $0[$1.keys.joined(separator: ".")] = $1.value }
        let value = { (path: String) -> JSONValue in
            after[path] ?? writtenRoot.value(path.split(separator: ".").map(String.init)) ?? .null
        }
        return OnboardingOutcome(
            plan: plan, key: key, configurationFile: host.locations.configurationFile, credentialFile: store.path,
            backup: backup, workspace: value("agents.defaults.workspace").string ?? workspace,
            gateway: [
                "port": value("gateway.port"), "bind": value("gateway.bind"), "authMode": value("gateway.auth.mode"),
                "tailscaleMode": value("gateway.tailscale.mode"),
            ],
            notes: plan.notes + notes, warnings: plan.warnings, ignoredFlags: options.ignored,
            mode: options.mode ?? "local", gap: gap(plan))
    }
}

extension Onboarding {
    var store: AuthProfileStore { AuthProfileStore(directory: host.locations.agentDirectory()) }
    var variables: VariableLookup { VariableLookup(host.environment) }

    /// The configuration that is built upon: as it is written, or nothing after a reset.
    var writtenRoot: SettingsView {
        options.resets ? SettingsView(root: .object(JSONObject())) : SettingsView(written: host.configuration)
    }

    private func gap(_ plan: OnboardingPlan) -> CapabilityGap? {
        guard case .provider(let manifest, _) = plan.choice, let endpoint = plan.endpoint else { return nil }
        return CapabilityGap(of: endpoint, in: manifests, issuer: manifest.keysPage)
    }

    private var workspace: String {
        options.workspace.map { FilePathText.normalized($0) } ?? writtenRoot.value(["agents", "defaults", "workspace"])?
            .string
            ?? FilePathText.join(host.locations.stateDirectory, "workspace")
    }

    var planner: OnboardingPlanner {
        OnboardingPlanner(
            manifests: manifests, settings: writtenRoot, options: options, variables: variables,
            stateDirectory: host.locations.stateDirectory, version: version, now: ISODate(now).text, newToken: newToken)
    }
}
