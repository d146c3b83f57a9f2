package import Inference

extension Accounts {
    /// The accounts of one run, read from its configuration, environment and credential files.
    ///
    /// - Parameters:
    ///   - store: the credential files; the main agent's when none are named.
    ///   - now: seconds since 1970.
    /// - Throws: `.invalidConfiguration` when the credential file cannot be understood.
    package init(
        manifests: [ProviderManifest], host: HostSettings, store: AuthProfileStore? = nil, now: Double
    ) throws(InferenceError) {
        let store = store ?? AuthProfileStore(directory: host.locations.agentDirectory())
        self.init(
            manifests: manifests, settings: SettingsView(effective: host.configuration),
            variables: VariableLookup(host.environment), profiles: try store.load(), state: store.loadState(),
            storePath: host.locations.shortened(store.path), home: host.locations.home, now: now)
    }
}

extension VariableLookup {
    /// The variables of one run.
    package init(_ environment: EnvironmentVariables) {
        self.init(names: { Array(environment.values.keys) }) { name in
            environment.find(name).map { Found(value: $0.value, label: $0.label) }
        }
    }
}

extension SettingsView {
    /// The values that count. Texts with unset variables stay as they are written, so that messages can name the variable.
    package init(effective configuration: Configuration) {
        self.init(configuration.root, of: configuration)
    }

    /// The values as their files hold them, with variables in place.
    package init(written configuration: Configuration) {
        self.init(configuration.written, of: configuration)
    }

    private init(_ value: ConfigurationValue, of configuration: Configuration) {
        let locations = configuration.locations
        self.init(
            root: value.spelled, file: locations.shortened(locations.configurationFile),
            locate: { configuration.place(of: $0) })
    }
}

extension ConfigurationValue {
    /// The value as a tree in which unset variables are still spelled out.
    fileprivate var spelled: JSONValue {
        switch content {
        case .unresolved(let text, _): .string(text)
        case .array(let elements): .array(elements.map(\.spelled))
        case .object(let members): .object(JSONObject(members.map { ($0.key, $0.value.spelled) }))
        default: json ?? .null
        }
    }
}
