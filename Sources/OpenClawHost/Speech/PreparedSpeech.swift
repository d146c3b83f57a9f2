package import Inference

/// A text that could be spoken: checked, with its price, and nothing sent.
package struct PreparedSpeech: Sendable {
    package var reference: ModelRef
    package var plan: SpeechPlan
    /// What the user should hear before it is asked for.
    package var warnings: [String]
    let speech: any SpeechModel
    let entry: ProviderEntry
    let account: AccountRoute
    let context: CallContext

    package var endpoint: Endpoint { account.target.endpoint }
    var payer: Plan? { entry.provider.manifest.plan(endpoint.plan) }
    /// Whether a subscription pays.
    package var isIncluded: Bool { payer?.isSubscription == true }

    func subject(callID: String, owner: String?) -> UsageSubject {
        UsageSubject(
            callID: callID, provider: entry.id, model: plan.model, endpoint: endpoint, plan: payer, price: nil,
            credential: account.credential.secret, virtualKey: owner)
    }
}
