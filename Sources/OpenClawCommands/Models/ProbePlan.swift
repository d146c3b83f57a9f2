import Inference
import OpenClawHost

/// The questions of `models status --probe`.
struct ProbePlan: Sendable {
    private let probe: ProviderProbe
    private let targets: [ProviderProbe.Target]
    private let concurrency: Int
    private let books: UsageRecorder?

    init(
        _ options: StatusCheckOptions, _ status: ModelsStatus, _ installation: Installation, _ context: CommandContext
    ) throws(InferenceError) {
        books = context.usageRecorder(of: installation)
        let runner = ChatRunner(
            accounts: installation.accounts, failover: installation.failover(context, policy: .probing),
            transport: context.makeTransport(installation.settings.environment.values), userAgent: context.userAgent,
            deadlines: Deadlines(total: .milliseconds(options.probeTimeout)), logger: context.makeLogger(),
            makeCallID: context.makeCallID, learn: { context.scrubber.learn($0) },
            usage: books)
        probe = ProviderProbe(runner: runner, maxTokens: options.probeMaxTokens)
        concurrency = options.probeConcurrency
        targets = try Self.targets(options, status, installation)
    }

    func run() async -> [ProviderProbe.Finding] {
        defer { books?.settle() }
        return await probe.ask(targets, concurrency: concurrency)
    }

    /// Every profile of its own, and one question for whatever else a provider would use.
    private static func targets(
        _ options: StatusCheckOptions, _ status: ModelsStatus, _ installation: Installation
    ) throws(InferenceError) -> [ProviderProbe.Target] {
        let only = try options.probeProvider.map { id throws(InferenceError) in
            try installation.registry.requiredEntry(for: ProviderID(id)).id
        }
        let profiles = options.probeProfile.flatMap { $0.split(separator: ",").map { $0.trimmingASCIIWhitespace() } }
        var targets: [ProviderProbe.Target] = []
        for provider in status.providers where only == nil || provider.id == only {
            guard let entry = installation.registry.entry(for: provider.id) else { continue }
            let selection = try model(of: entry, installation.selector)
            for profile in provider.profiles where profiles.isEmpty || profiles.contains(profile.id) {
                targets.append(ProviderProbe.Target(selection: selection, profile: profile.id))
            }
            if profiles.isEmpty, provider.effective != nil, provider.effective?.source.profileID == nil {
                targets.append(ProviderProbe.Target(selection: selection, profile: nil))
            }
        }
        return targets
    }

    /// The configured model of a provider, else its default.
    private static func model(
        of entry: ProviderEntry, _ selector: ModelSelector
    ) throws(InferenceError) -> ModelSelection {
        let used = try selector.defaultModel()
        if used.reference.provider == entry.id { return used }
        let listed = selector.settings.entries.compactMap { try? selector.resolve($0.reference) }
        if let configured = listed.first(where: { $0.reference.provider == entry.id }) { return configured }
        let id = entry.catalogue.model(entry.catalogue.defaults.chat)?.id ?? entry.catalogue.models.first?.id
        return try selector.resolve("\(entry.id)/\(id ?? entry.catalogue.defaults.chat)")
    }
}
