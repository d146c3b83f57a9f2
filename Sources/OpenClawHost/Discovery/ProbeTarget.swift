package import Inference

/// One built-in endpoint that can be asked whether it takes a key.
package struct ProbeTarget: Hashable, Sendable {
    package var provider: ProviderID
    /// The endpoint with the workspace in its addresses.
    package var endpoint: Endpoint
    package var probe: EndpointProbe
    /// Beginnings of keys that are usual for its plan.
    package var keyPrefixes: [String]

    /// - Parameter workspace: the id that stands for `{workspace}`.
    /// - Returns: `nil` when the endpoint offers no probe, or is reached through a workspace and none is named.
    package init?(_ endpoint: Endpoint, of manifest: ProviderManifest, workspace: WorkspaceID?) {
        guard let probe = endpoint.probe, let placed = endpoint.placed(in: workspace) else { return nil }
        provider = manifest.id
        self.endpoint = placed
        self.probe = probe
        keyPrefixes = manifest.plan(endpoint.plan)?.keyPrefixes ?? []
    }

    package var host: String { BaseAddress(endpoint.baseURL).authority }

    /// How many characters of a key are usual for the plan: a hint for the order, never a verdict.
    func likelihood(of secret: Secret) -> Int {
        keyPrefixes.filter { secret.expose().hasPrefix($0) }.map(\.count).max() ?? 0
    }
}

extension Endpoint {
    /// The endpoint with a workspace in its addresses; `nil` when it needs one and none is named.
    package func placed(in workspace: WorkspaceID?) -> Endpoint? {
        guard baseURL.contains(Self.mark) else { return self }
        guard let workspace else { return nil }
        let fill = { (text: String) in text.replacing(Self.mark, with: workspace.text) }
        var placed = self
        placed.baseURL = fill(baseURL)
        placed.nativeURL = nativeURL.map(fill)
        placed.anthropicURL = anthropicURL.map(fill)
        return placed
    }

    private static var mark: String { "{workspace}" }
}
