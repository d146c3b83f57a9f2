package import Inference

/// An installation as the checks find it. A snapshot.
package struct DoctorContext: Sendable {
    package var manifests: [ProviderManifest]
    package var locations: ConfigurationLocations
    /// The configuration without the help of last good copies.
    package var report: ConfigurationReport
    /// `nil` when the configuration cannot be read at all.
    package var host: HostSettings?
    /// `nil` when configuration or credentials cannot be understood.
    package var accounts: Accounts?
    /// Why there are no accounts.
    package var failure: InferenceError?
    /// What endpoints said about the keys that are in use; empty when none was asked.
    package var examinations: [KeyExamination]
    package var store: (any StoreInspecting)?
    /// Seconds since 1970.
    package var now: Double

    /// Reads the files of an installation.
    ///
    /// - Throws: `.invalidConfiguration` when not even the places of the files are known.
    package init(
        manifests: [ProviderManifest], environment: [String: String], workingDirectory: String,
        store: (any StoreInspecting)?, now: Double
    ) throws(InferenceError) {
        let names = manifests.flatMap(\.environment)
        self.manifests = manifests
        self.store = store
        self.now = now
        locations = try ConfigurationLocations(environment: environment, workingDirectory: workingDirectory)
        report = try ConfigurationReport(
            environment: environment, workingDirectory: workingDirectory, expectedKeys: names)
        examinations = []
        do throws(InferenceError) {
            let host = try HostSettings.load(
                environment: environment, workingDirectory: workingDirectory, expectedKeys: names)
            self.host = host
            accounts = try Accounts(manifests: manifests, host: host, now: now)
        } catch {
            failure = error
        }
    }

    /// The variables that count, from all places.
    var variables: VariableLookup { host.map { VariableLookup($0.environment) } ?? VariableLookup([:]) }

    var credentials: AuthProfileStore { AuthProfileStore(directory: locations.agentDirectory()) }

    /// The configuration as it is written.
    var written: SettingsView {
        host.map { SettingsView(written: $0.configuration) } ?? SettingsView(root: .object(JSONObject()))
    }

    /// What must never reach an output.
    package var secrets: [Secret] {
        let stored = accounts?.order.profiles.all.compactMap { profile -> Secret? in
            if case .literal(let secret) = profile.secret { secret } else { nil }
        }
        let named = manifests.flatMap(\.environment).compactMap { variables[$0].map { Secret($0.value) } }
        return (host?.secrets ?? []) + (stored ?? []) + named
    }

    func manifest(_ id: ProviderID) -> ProviderManifest? { manifests.first { $0.answers(to: id) } }
}
