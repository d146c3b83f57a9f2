package import Inference

/// A generation from before it is asked for until its files are on this machine. It holds no key.
package struct Job: Hashable, Sendable, Codable {
    /// Ours: random, so that nobody guesses another one's.
    package var id: String
    package var state: JobState
    package var provider: ProviderID
    package var endpoint: EndpointID
    /// The base URL of the service that has it; tasks are known nowhere else.
    package var service: String
    /// Whose limits it counts against.
    package var account: String
    /// The fingerprint of the credential that asked.
    package var credential: String
    package var plan: GenerationPlan
    /// Seconds since 1970.
    package var createdAt: Double
    package var updatedAt: Double
    /// When it was asked for last, by this machine's clock.
    package var submittedAt: Double?
    /// How often it was asked for.
    package var submissions = 0
    package var task: ServiceTask?
    package var results: GenerationResults?
    /// Where the first result goes, absolute; `nil` leaves it to the folder for generated media.
    package var output: String?
    package var files: [JobFile] = []
    /// What the service's own count costs by the published prices.
    package var cost: CostEstimate?
    /// Whether the ledger has it.
    package var isBooked = false
    package var failure: JobFailure?
    /// The virtual key with which a client of the gateway asked.
    package var owner: String?
    /// The digest by which the client's request is known again.
    package var mark: String?
    /// How the result is written when it is a transcript.
    package var transcript: TranscriptOutput?

    package init(
        id: String, provider: ProviderID, endpoint: EndpointID, service: String, account: String, credential: String,
        plan: GenerationPlan, createdAt: Double, output: String? = nil, owner: String? = nil
    ) {
        self.id = id
        state = .prepared
        self.provider = provider
        self.endpoint = endpoint
        self.service = service
        self.account = account
        self.credential = credential
        self.plan = plan
        self.createdAt = createdAt
        updatedAt = createdAt
        self.output = output
        self.owner = owner
    }

    package var kind: Modality { plan.kind }
    package var model: ModelID { plan.model }
    package var reference: ModelRef { ModelRef(provider: provider, model: model, profile: nil) }

    /// Ends the job without results.
    mutating func end(_ state: JobState, _ error: InferenceError) {
        self.state = state
        failure = JobFailure(error)
    }
}
