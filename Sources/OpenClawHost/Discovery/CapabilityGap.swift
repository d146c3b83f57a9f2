package import Inference

/// What a key cannot do because of its endpoint, and which one of the same vendor could.
package struct CapabilityGap: Hashable, Sendable {
    /// What is missing.
    package var capabilities: [Capability]
    /// The endpoint to add a key of.
    package var endpoint: Endpoint
    /// The choice that adds it.
    package var choice: AuthChoiceID

    /// - Returns: `nil` when nothing is missing that another endpoint of the region has.
    package init?(of endpoint: Endpoint, in manifests: [ProviderManifest], issuer: String) {
        let wanted: [Capability] = [.video, .images, .speech, .transcription, .embeddings, .rerank]
        let missing = wanted.filter { !endpoint.offers($0) }
        let siblings = manifests.filter { $0.keysPage == issuer }.flatMap { manifest in
            manifest.endpoints.map { (manifest: manifest, endpoint: $0) }
        }
        let near = siblings.filter { $0.endpoint.region == endpoint.region && $0.endpoint.id != endpoint.id }
        let gains = near.map { candidate in (candidate, missing.filter { candidate.endpoint.offers($0) }) }
        guard let best = gains.max(by: { $0.1.count < $1.1.count }), !best.1.isEmpty else { return nil }
        capabilities = best.1
        self.endpoint = best.0.endpoint
        choice = best.0.manifest.choice(for: best.0.endpoint).id
    }

    package var command: String { "openclaw models auth add --auth-choice \(choice)" }
}
