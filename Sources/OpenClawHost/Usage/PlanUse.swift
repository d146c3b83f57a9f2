package import Inference

/// The windows of a plan as one credential used them.
package struct PlanUse: Hashable, Sendable {
    package var plan: Plan
    package var endpoint: Endpoint
    /// The fingerprint of the credential.
    package var credential: String
    package var windows: [WindowUse]

    /// Measures all windows of a plan.
    package init(
        plan: Plan, endpoint: Endpoint, credential: String, ledger: any UsageLedger, settings: UsageSettings,
        now: Double
    ) throws(InferenceError) {
        self.plan = plan
        self.endpoint = endpoint
        self.credential = credential
        let own = settings.plans[plan.id] ?? UsageSettings.PlanSettings()
        var windows: [WindowUse] = []
        for window in plan.windows {
            windows.append(
                try WindowUse(
                    of: window, limit: own.limits[window.id] ?? window.limit, renewalDay: own.renewalDay, now: now
                ) { since, until throws(InferenceError) in
                    try ledger.tally(
                        UsageQuery(
                            since: since, until: until, endpoint: endpoint.id, credential: credential, isAccepted: true,
                            isIncluded: plan.isSubscription))
                })
        }
        self.windows = windows
    }
}
