package import Inference
package import Logging

/// Knows the ways to generate in one snapshot of an installation.
package struct GenerationRoutes: Sendable {
    let accounts: Accounts
    let registry: ProviderRegistry
    private let userAgent: String
    private let logger: Logger
    private let learn: @Sendable (Secret) -> Void

    /// - Parameter learn: hears of every credential before it is used, so that no output ever shows it.
    package init(
        accounts: Accounts, registry: ProviderRegistry, userAgent: String, logger: Logger,
        learn: @escaping @Sendable (Secret) -> Void
    ) {
        self.accounts = accounts
        self.registry = registry
        self.userAgent = userAgent
        self.logger = logger
        self.learn = learn
    }

    /// The ways to a provider, in order of preference.
    ///
    /// - Throws: `.unsupported`, `.unauthenticated` or `.permissionDenied`, each with the command that helps; nothing was
    ///   sent.
    package func routes(
        to provider: ProviderID, profile: String? = nil, for kind: Modality
    ) throws(InferenceError) -> [GenerationRoute] {
        let entry = try registry.requiredEntry(for: provider)
        guard let generation = Self.codec(of: entry, for: kind) else {
            throw InferenceError(
                .unsupported, "provider \"\(provider)\" generates nothing", hint: "openclaw infer model providers")
        }
        let capabilities: [Modality: Capability] = [
            .video: .video, .text: .transcription, .embedding: .embeddings,
        ]
        let capability = capabilities[kind] ?? .images
        return try accounts.routes(to: provider, profile: profile, for: capability).map { route in
            GenerationRoute(
                account: route, entry: entry, generation: generation, context: context(route),
                identity: accounts.identity(of: route).name)
        }
    }

    /// Transcripts are generated as everything else is.
    private static func codec(of entry: ProviderEntry, for kind: Modality) -> (any GenerationModel)? {
        guard kind == .text else { return entry.provider.generation }
        return entry.provider.transcription.map(TranscriptionJobs.init)
    }

    /// What a codec may use on a way.
    func context(_ route: AccountRoute) -> CallContext {
        learn(route.credential.secret)
        return CallContext(
            credential: route.credential.secret, endpoint: route.target.endpoint, userAgent: userAgent, callID: "",
            logger: logger)
    }

    /// The way to the service that has a job: with the credential that began it, else with another one of the account.
    func route(for job: Job) throws(InferenceError) -> GenerationRoute {
        let routes = try routes(to: job.provider, for: job.kind).filter { $0.service == job.service }
        let same = routes.first { CredentialFingerprint.of($0.account.credential.secret) == job.credential }
        if let route = same ?? routes.first(where: { $0.identity == job.account }) { return route }
        throw InferenceError(
            .unauthenticated,
            "job \(job.id) belongs to \(job.endpoint), for which there is no key of the same account now",
            hint: "openclaw models auth add")
    }
}
