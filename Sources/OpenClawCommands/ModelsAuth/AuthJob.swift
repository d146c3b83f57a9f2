import Inference
import OpenClawHost

/// What the commands about stored credentials have in common.
struct AuthJob {
    let context: CommandContext
    let host: HostSettings
    let accounts: Accounts
    let store: AuthProfileStore

    /// - Parameter agent: whose credentials; `main` unless another agent is named.
    init(_ context: CommandContext, agent: String = "main") throws {
        self.context = context
        let onboarding = try OnboardJob(context)
        host = onboarding.host
        store = AuthProfileStore(directory: host.locations.agentDirectory(agent))
        accounts = try Accounts(manifests: onboarding.manifests, host: host, store: store, now: context.now())
        for case .literal(let secret) in accounts.order.profiles.all.map(\.secret) { context.scrubber.learn(secret) }
        for warning in host.warnings + [store.permissionWarning].compactMap(\.self) { context.warn(warning) }
    }

    func account(_ provider: String) throws(InferenceError) -> ProviderAccount {
        try accounts.account(ProviderID(provider))
    }

    /// Changes the configuration in place.
    func edit(_ changes: (JSONValue) -> [SettingChange]) throws(InferenceError) {
        let changes = changes(SettingsView(written: host.configuration).root)
        guard !changes.isEmpty else { return }
        try host.editing(version: context.version, now: context.now)(changes)
    }

    /// A path as people read it.
    func shortened(_ path: String) -> String { host.locations.shortened(path) }
}
