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
    /// Told every secret before it is used, so that no output shows it.
    package var learn: @Sendable (Secret) -> Void
    /// Told what to say while it goes on, for example that an id is an older spelling.
    package var say: @Sendable (String) -> Void

    package init(
        manifests: [ProviderManifest], host: HostSettings, options: OnboardingOptions, input: KeyInput,
        prompter: (any Prompter)?, version: String, now: Double, newToken: String,
        edit: SettingsEditing,
        learn: @escaping @Sendable (Secret) -> Void = { _ in }, say: @escaping @Sendable (String) -> Void = { _ in }
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
        self.learn = learn
        self.say = say
    }

    /// - Throws: `.invalidConfiguration` or `.unauthenticated` before anything is written, `.cancelled` when the person
    ///   gives up.
    package func run() throws(InferenceError) -> OnboardingOutcome {
        try check()
        let choice = try choose()
        let reset = try reset()
        let key = try key(for: choice)
        if case .literal(let secret) = key?.input { learn(secret) }
        let plan = try planner.plan(choice, key: key)
        let backup = try reset?.perform()
        let notes = try write(plan)
        return outcome(plan, key: key, backup: backup, notes: notes)
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

    private func choose() throws(InferenceError) -> OnboardingChoice {
        let resolution = ChoiceResolution(manifests: manifests)
        let found = try resolution.resolve(options.authChoice, flags: options.keyFlags)
        if let found, let prompter, found.isProviderOnly, case .provider(let manifest, _) = found.choice {
            return try ChoicePicker(prompter: prompter).pick(in: manifest)
        }
        if let found {
            found.notices.forEach(say)
            return found.choice
        }
        if let prompter { return try ChoicePicker(prompter: prompter).pick(among: manifests) }
        guard options.isNonInteractive, !options.takesKeyFromInput, options.keyFile == nil else {
            let known = manifests.flatMap(\.authChoices).map(\.id.rawValue).joined(separator: ", ")
            throw InferenceError(
                .invalidConfiguration, "nothing was chosen; expected --auth-choice with one of \(known)",
                hint: manifests.first?.authChoices.first.map { "openclaw onboard --auth-choice \($0.id)" })
        }
        return .skip
    }

    private func key(for choice: OnboardingChoice) throws(InferenceError) -> AcquiredKey? {
        switch choice {
        case .skip: return nil
        case .custom: return try customKey()
        case .provider(let manifest, let auth):
            let acquisition = KeyAcquisition(
                manifest: manifest, choice: auth, options: options, variables: variables,
                stored: try stored(manifest, auth), input: input, prompter: prompter)
            return try acquisition.acquire()
        }
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
            mode: options.mode ?? "local")
    }
}

extension Onboarding {
    var store: AuthProfileStore { AuthProfileStore(directory: host.locations.agentDirectory()) }
    var variables: VariableLookup { VariableLookup(host.environment) }

    /// The configuration that is built upon: as it is written, or nothing after a reset.
    var writtenRoot: SettingsView {
        options.resets ? SettingsView(root: .object(JSONObject())) : SettingsView(written: host.configuration)
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
