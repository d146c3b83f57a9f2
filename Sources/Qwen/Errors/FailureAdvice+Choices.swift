import Inference

/// Which onboarding choice would cure a failure.
extension FailureAdvice {
    /// What a refused key most likely means: keys belong to one plan and region, and their beginning is only a hint.
    var keyVerdict: String {
        let refused = "the key was refused by \(call.endpoint.label)"
        let plans = likelyPlans
        let names = keyChoices.map(\.id.rawValue).joined(separator: ", ")
        if plans.isEmpty { return "\(refused); it does not look like a key of this provider, was it copied whole?" }
        if plans.contains(where: { $0.id == call.endpoint.plan }) {
            let cause = "it may belong to another region or plan, or have expired"
            return names.isEmpty ? "\(refused); \(cause)" : "\(refused); \(cause) (other choices: \(names))"
        }
        let labels = plans.map(\.label).joined(separator: " or ")
        return names.isEmpty
            ? "\(refused); it looks like a key of \(labels)"
            : "\(refused); it looks like a key of \(labels), which has other hosts (choices: \(names))"
    }

    /// The choices that a refused key may be right for, the likeliest first.
    var keyChoices: [AuthChoice] {
        let plans = likelyPlans.map(\.id)
        if plans.isEmpty { return manifest.authChoices.filter { $0.endpoint == call.endpoint.id } }
        let fitting = choices.filter { choice in
            guard choice.endpoint != call.endpoint.id, let endpoint = endpoint(of: choice) else { return false }
            return plans.contains(endpoint.plan)
        }
        return sameFirst(fitting) { plans.contains(call.endpoint.plan) ? $0.plan == call.endpoint.plan : isNear($0) }
    }

    /// A choice of another plan, of this region when there is one.
    var otherPlanChoice: AuthChoice? { nearest { $0.plan != call.endpoint.plan } }

    /// A choice of a plan that is paid by use.
    var meteredChoice: AuthChoice? {
        nearest { endpoint in plans.contains { $0.id == endpoint.plan && !$0.isSubscription } }
    }

    /// A choice whose endpoint serves the model that this one does not.
    var servingChoice: AuthChoice? {
        nearest { endpoint in
            guard endpoint.id != call.endpoint.id, endpoint.plan != call.endpoint.plan else { return false }
            return call.model?.unavailability(on: endpoint) == nil && endpoint.offers(.chat)
        }
    }

    /// The plans that the beginning of the key is usual for, by the longest beginning that fits.
    private var likelyPlans: [Plan] {
        let key = call.credential.expose()
        let fitting = plans.map { plan in
            (plan, plan.keyPrefixes.filter(key.hasPrefix).map(\.count).max() ?? 0)
        }
        guard let longest = fitting.map(\.1).max(), longest > 0 else { return [] }
        return fitting.filter { $0.1 == longest }.map(\.0)
    }

    private func nearest(where fits: (Endpoint) -> Bool) -> AuthChoice? {
        let fitting = choices.filter { endpoint(of: $0).map(fits) ?? false }
        return sameFirst(fitting, where: isNear).first
    }

    private func isNear(_ endpoint: Endpoint) -> Bool { endpoint.region == call.endpoint.region }

    private func sameFirst(_ choices: [AuthChoice], where isFirst: (Endpoint) -> Bool) -> [AuthChoice] {
        let first = choices.filter { endpoint(of: $0).map(isFirst) ?? false }
        return first + choices.filter { !first.contains($0) }
    }

    private var manifests: [ProviderManifest] { [manifest] + siblings() }
    private var choices: [AuthChoice] { manifests.flatMap(\.authChoices) }
    private var plans: [Plan] { manifests.flatMap(\.plans) }

    func endpoint(of choice: AuthChoice) -> Endpoint? {
        manifests.lazy.compactMap { $0.endpoint(choice.endpoint) }.first
    }
}
