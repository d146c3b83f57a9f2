package import Inference

extension ProviderManifest {
    /// The onboarding choice that writes an endpoint; endpoints that no picker offers are chosen by their own id.
    package func choice(for endpoint: Endpoint) -> AuthChoice {
        if let offered = authChoices.first(where: { $0.endpoint == endpoint.id }) { return offered }
        return AuthChoice(
            id: AuthChoiceID(endpoint.id.rawValue), method: endpoint.id.rawValue, endpoint: endpoint.id,
            label: "\(label): \(endpoint.label)", prompt: "Enter \(label) API key (\(endpoint.label))", keyFlag: "",
            environment: environment.first ?? "", noteTitle: "", note: [])
    }
}
