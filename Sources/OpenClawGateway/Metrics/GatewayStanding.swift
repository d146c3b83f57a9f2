package import OpenClawHost

/// What is measured outside of the event loops, read when somebody asks.
package struct GatewayStanding: Sendable {
    package var costs: [(key: CostTotals.Key, amount: String)]
    /// Credentials that rest now, without their names.
    package var cooldowns: [GatewayCooldown]
    /// Jobs that are driven, and those that wait for their turn.
    package var jobs: (driven: Int, queued: Int)

    package init(costs: CostTotals, cooldowns: [GatewayCooldown], jobs: (driven: Int, queued: Int)) {
        self.costs = costs.all.map { ($0.key, "\($0.amount)") }
        self.cooldowns = cooldowns
        self.jobs = jobs
    }
}
