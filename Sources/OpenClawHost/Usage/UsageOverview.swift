package import Inference

/// Everything that `usage` shows: a report, the windows of plans, and the budgets.
package struct UsageOverview: Sendable {
    /// One credential of one endpoint.
    package struct Holder: Hashable, Sendable {
        package var endpoint: EndpointID
        /// The fingerprint of the credential.
        package var credential: String

        package init(endpoint: EndpointID, credential: String) {
            self.endpoint = endpoint
            self.credential = credential
        }
    }

    package var report: UsageReport
    package var since: Double
    package var until: Double
    package var plans: [PlanUse]
    package var budgets: [BudgetUse]

    /// Longer than any window of a plan.
    private static let windowHorizon = 32.0 * 86_400

    /// Reads the ledger.
    ///
    /// - Parameters:
    ///   - manifests: what knows endpoints and their plans.
    ///   - holders: credentials to show also when they were not used yet.
    package init(
        of ledger: any UsageLedger, by grouping: UsageGrouping, since: Double, until: Double?, zone: LocalZone,
        settings: UsageSettings, manifests: [ProviderManifest], holders: [Holder], now: Double
    ) throws(InferenceError) {
        var report = UsageReport(by: grouping, zone: zone)
        try ledger.forEach(in: UsageQuery(since: since, until: until)) { report.add($0) }
        self.report = report
        self.since = since
        self.until = until ?? now
        var seen = Set(holders)
        try ledger.forEach(in: UsageQuery(since: now - Self.windowHorizon, isAccepted: true)) { record in
            seen.insert(Holder(endpoint: record.endpoint, credential: record.credential))
        }
        plans = []
        for (endpoint, plan) in Self.limited(manifests) {
            for holder in seen.filter({ $0.endpoint == endpoint.id }).sorted(by: { $0.credential < $1.credential }) {
                plans.append(
                    try PlanUse(
                        plan: plan, endpoint: endpoint, credential: holder.credential, ledger: ledger,
                        settings: settings, now: now))
            }
        }
        budgets = try BudgetUse.all(of: settings.budgets, ledger: ledger, zone: zone, now: now)
    }

    private static func limited(_ manifests: [ProviderManifest]) -> [(Endpoint, Plan)] {
        manifests.flatMap { manifest in
            manifest.endpoints.compactMap { endpoint in
                manifest.plan(endpoint.plan).flatMap { $0.windows.isEmpty ? nil : (endpoint, $0) }
            }
        }
    }
}

extension Accounts {
    /// The credentials that requests would use now, by endpoint.
    package func usageHolders(named fingerprint: (Secret) -> String) -> [UsageOverview.Holder] {
        manifests.compactMap { manifest in
            guard let route = try? route(to: manifest.id) else { return nil }
            return UsageOverview.Holder(
                endpoint: route.target.endpoint.id, credential: fingerprint(route.credential.secret))
        }
    }
}
