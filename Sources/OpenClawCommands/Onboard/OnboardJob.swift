import Inference
import OpenClawHost

/// Runs onboarding for a command: from its options to its report.
struct OnboardJob {
    let context: CommandContext
    let manifests: [ProviderManifest]
    let host: HostSettings

    init(_ context: CommandContext) throws {
        self.context = context
        manifests = try context.loadProviders().map(\.manifest)
        host = try HostSettings.load(
            environment: context.environment, workingDirectory: context.workingDirectory,
            expectedKeys: manifests.flatMap(\.environment))
    }

    func options(key: OnboardKeyOptions, providerFlags: [String]) throws -> OnboardingOptions {
        var options = OnboardingOptions()
        options.authChoice = key.authChoice
        options.keyFlags = try KeyFlagValue.parse(providerFlags, manifests: manifests)
        for flag in options.keyFlags where flag.isLiteral { context.scrubber.learn(flag.value) }
        options.takesKeyFromInput = key.keyStdin
        options.keyFile = key.keyFile
        options.secretInputMode = key.secretInputMode
        options.keyFrom = key.keyFrom
        options.workspaceID = try key.workspaceId.map { try WorkspaceID($0) }
        options.verifies = key.verify
        return options
    }

    /// The absolute path that a user means.
    func absolute(_ path: String) -> String {
        let expanded = ConfigurationLocations.expandingTilde(path, home: host.locations.home)
        return FilePathText.normalized(FilePathText.join(context.workingDirectory, expanded))
    }

    func run(_ options: OnboardingOptions, format: OutputFormat, isVerbose: Bool = false) async throws {
        for warning in host.warnings { context.warn(warning) }
        let outcome = try await onboarding(options, isVerbose: isVerbose).run()
        for warning in outcome.warnings { context.warn(warning) }
        for note in outcome.notes { context.note(note) }
        if !outcome.ignoredFlags.isEmpty {
            context.note("without effect here: \(outcome.ignoredFlags.joined(separator: ", "))")
        }
        let locations = host.locations
        try context.show(OnboardReport(outcome: outcome, shortened: { locations.shortened($0) }), as: format)
    }

    private func onboarding(_ options: OnboardingOptions, isVerbose: Bool) -> Onboarding {
        let asks = context.input.isTerminal && !options.isNonInteractive
        let context = context
        return Onboarding(
            manifests: manifests, host: host, options: options, input: context.keyInput(home: host.locations.home),
            prompter: asks ? TerminalPrompter(context: context) : nil, version: context.version, now: context.now(),
            newToken: context.newToken(),
            edit: host.editing(version: context.version, now: context.now, startsAnew: options.resets),
            discovery: discovery(options), learn: { context.scrubber.learn($0) },
            explain: { if isVerbose { context.note($0) } }, say: { context.note($0) })
    }

    private func discovery(_ options: OnboardingOptions) -> PlanDiscovery {
        let transport = context.makeTransport(host.environment.values)
        let inquiry = EndpointInquiry(transport: transport, userAgent: context.userAgent)
        return PlanDiscovery(manifests: manifests, inquiry: inquiry, workspace: options.workspaceID)
    }
}
