package import Inference

/// A generation that could be asked for: checked, with its price, and nothing sent.
package struct PreparedGeneration: Sendable {
    package var reference: ModelRef
    package var plan: GenerationPlan
    package var route: GenerationRoute
    /// What the user should hear before it is asked for.
    package var warnings: [String]

    /// The job that asks for it.
    package func job(
        id: String, output: String?, owner: String? = nil, at now: Double
    ) -> Job {
        Job(
            id: id, provider: route.entry.id, endpoint: route.endpoint.id, service: route.service,
            account: route.identity, credential: CredentialFingerprint.of(route.account.credential.secret), plan: plan,
            createdAt: now, output: output, owner: owner)
    }
}
