package import Inference

/// The command that gives a key which is there already to the endpoint that takes it.
package struct KeyMove: Hashable, Sendable {
    package let command: String

    /// - Parameter source: the profile, variable or setting that holds the key.
    package init(to endpoint: Endpoint, of manifest: ProviderManifest, from source: String, workspace: WorkspaceID?) {
        let choice = manifest.choice(for: endpoint).id
        let needsWorkspace = manifest.endpoint(endpoint.id)?.placed(in: nil) == nil
        let suffix = needsWorkspace ? workspace.map { " --workspace-id \($0.text)" } ?? "" : ""
        command = "openclaw onboard --auth-choice \(choice) --key-from \(source)\(suffix)"
    }
}
