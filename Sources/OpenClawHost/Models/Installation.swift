package import Inference

/// One user's installation as a command finds it: configuration, environment, providers and credentials. A snapshot.
package final class Installation: Sendable {
    package let settings: HostSettings
    package let registry: ProviderRegistry
    package let selector: ModelSelector
    package let accounts: Accounts
    /// The files of the main agent's credentials.
    package let store: AuthProfileStore

    package var configuration: Configuration { settings.configuration }
    package var locations: ConfigurationLocations { settings.locations }

    /// Reads the files of an installation; missing ones are empty.
    ///
    /// - Parameter now: seconds since 1970.
    /// - Throws: `InferenceError` with code `.invalidConfiguration` when a file cannot be understood.
    package static func load(
        providers: [any ModelProvider], environment: [String: String], workingDirectory: String, now: Double
    ) throws(InferenceError) -> Installation {
        let settings = try HostSettings.load(
            environment: environment, workingDirectory: workingDirectory,
            expectedKeys: providers.flatMap(\.manifest.environment))
        let store = AuthProfileStore(directory: settings.locations.agentDirectory())
        return Installation(
            settings: settings, providers: providers, store: store, profiles: try store.load(),
            state: store.loadState(), now: now)
    }

    package init(
        settings: HostSettings, providers: [any ModelProvider], store: AuthProfileStore, profiles: AuthProfiles,
        state: AuthState, now: Double
    ) {
        self.settings = settings
        self.store = store
        let configuration = settings.configuration
        let locations = settings.locations
        let view = SettingsView(
            root: configuration.json, file: locations.shortened(locations.configurationFile),
            locate: { configuration.place(of: $0) })
        let environment = settings.environment
        registry = ProviderRegistry(providers: providers, settings: view)
        selector = ModelSelector(registry: registry, settings: ModelSettings(configuration: view.root))
        accounts = Accounts(
            manifests: providers.map(\.manifest), settings: view,
            variables: VariableLookup(environment),
            profiles: profiles, state: state, storePath: locations.shortened(store.path), home: locations.home, now: now
        )
    }

    /// Every credential that could be found, so that none of them is ever shown.
    package var secrets: [Secret] {
        registry.entries.flatMap { entry in
            guard let target = try? accounts.endpoint(for: entry.account) else { return [Secret]() }
            return accounts.resolver.candidates(for: entry.account, target: target).compactMap(\.secret)
        }
    }

    /// What can be said of a provider without asking it.
    package func standing(of entry: ProviderEntry) -> ModelLister.ProviderStanding {
        guard let target = try? accounts.endpoint(for: entry.account) else {
            return ModelLister.ProviderStanding(endpoint: nil, hasCredential: false)
        }
        let candidates = accounts.resolver.candidates(for: entry.account, target: target)
        return ModelLister.ProviderStanding(
            endpoint: target.endpoint, hasCredential: candidates.contains { $0.secret != nil })
    }
}
