package import Inference

/// A way to generate: the codecs of a provider, and the endpoint and credential they are used with.
package final class GenerationRoute: Sendable {
    package let account: AccountRoute
    package let entry: ProviderEntry
    package let generation: any GenerationModel
    package let context: CallContext
    /// Whose limits it counts against.
    package let identity: String

    init(
        account: AccountRoute, entry: ProviderEntry, generation: any GenerationModel, context: CallContext,
        identity: String
    ) {
        (self.account, self.entry, self.generation) = (account, entry, generation)
        (self.context, self.identity) = (context, identity)
    }

    package var endpoint: Endpoint { account.target.endpoint }
    package var tasks: (any TaskService)? { entry.provider.tasks }
    package var uploads: (any UploadService)? { entry.provider.uploads }
    /// The base URL that tasks are known at.
    package var service: String { endpoint.nativeURL ?? endpoint.baseURL }
    package var plan: Plan? { entry.provider.manifest.plan(endpoint.plan) }
    /// Whether a subscription pays.
    package var isIncluded: Bool { plan?.isSubscription == true }

    /// What is known of a model.
    func support(_ model: ModelID) -> GenerationSupport? {
        (try? generation.models())?.first { $0.model == model && Self.serves($0, account.target) }
    }

    static func serves(_ support: GenerationSupport, _ target: SelectedEndpoint) -> Bool {
        target.isCustom || support.endpoints.isEmpty || support.endpoints.contains(target.endpoint.id)
    }

    func cost(of usage: GenerationUsage, _ plan: GenerationPlan) -> CostEstimate? {
        support(plan.model)?.cost(of: usage, as: plan, on: endpoint.id)
    }

    func subject(of job: Job) -> UsageSubject {
        UsageSubject(
            callID: job.id, provider: job.provider, model: job.model, endpoint: endpoint, plan: plan, price: nil,
            credential: account.credential.secret, virtualKey: job.owner)
    }
}
