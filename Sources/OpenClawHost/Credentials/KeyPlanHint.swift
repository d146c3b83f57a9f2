import Inference

/// Notices that a key begins like those of another plan. A hint only: plans share beginnings, and the service decides.
struct KeyPlanHint {
    var plans: [Plan]

    /// One line of advice, `nil` when nothing speaks against the pairing.
    func advice(for secret: Secret, on endpoint: Endpoint) -> String? {
        guard let plan = plans.first(where: { $0.id == endpoint.plan }), !plan.keyPrefixes.isEmpty else { return nil }
        let matches = plans.flatMap { plan in
            plan.keyPrefixes.filter { secret.expose().hasPrefix($0) }.map { (prefix: $0, plan: plan) }
        }
        guard let longest = matches.map(\.prefix.count).max() else { return nil }
        let best = matches.filter { $0.prefix.count == longest }
        guard let prefix = best.first?.prefix, !best.contains(where: { $0.plan.id == plan.id }) else { return nil }
        let usual = best.map(\.plan.label).joined(separator: ", ")
        return "the key begins with \(prefix), which is usual for \(usual); it is used with \(endpoint.label)"
    }
}
