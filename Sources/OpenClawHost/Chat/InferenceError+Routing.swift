import Inference

extension InferenceError {
    /// The error with what only the host knows: which key was refused, and which plan would serve the model. A provider
    /// that explained it already, with a hint, has the last word.
    func explained(for route: some CallRoute, plans: [Plan], capability: Capability = .chat) -> InferenceError {
        switch code {
        case .unauthenticated: explainedKey(route, plans)
        case .modelNotFound, .unsupported, .permissionDenied: hint == nil ? explainedModel(route, capability) : self
        default: self
        }
    }

    private func explainedKey(_ route: some CallRoute, _ plans: [Plan]) -> InferenceError {
        var error = self
        let credential = route.account.credential
        error.message += "; the key came from \(credential.source.label)"
        guard error.hint == nil else { return error }
        error.message += " and was sent to \(route.endpoint.label)"
        if let advice = KeyPlanHint(plans: plans).advice(for: credential.secret, on: route.endpoint) {
            error.message += "; \(advice)"
        } else {
            error.message += "; keys work on one plan and region only"
        }
        let choices = route.account.account.manifest?.authChoices ?? []
        let choice = choices.first { $0.endpoint == route.endpoint.id } ?? choices.first
        error.hint = choice.map { "openclaw onboard --auth-choice \($0.id)" }
        return error
    }

    private func explainedModel(_ route: some CallRoute, _ capability: Capability) -> InferenceError {
        let model = route.selection.descriptor
        let isKnownAbsence = model.unavailability(on: route.endpoint) != nil
        guard isKnownAbsence || code == .modelNotFound, let manifest = route.account.account.manifest else {
            return self
        }
        let serving = manifest.authChoices.filter { choice in
            guard let endpoint = manifest.endpoint(choice.endpoint), endpoint.plan != route.endpoint.plan else {
                return false
            }
            return endpoint.offers(capability) && model.unavailability(on: endpoint) == nil
        }
        let near = serving.first { manifest.endpoint($0.endpoint)?.region == route.endpoint.region } ?? serving.first
        guard let near, let endpoint = manifest.endpoint(near.endpoint) else { return self }
        var error = self
        error.message += "; \(route.endpoint.label) does not serve \(model.id), \(endpoint.label) does"
        error.hint = "openclaw onboard --auth-choice \(near.id)"
        return error
    }
}
