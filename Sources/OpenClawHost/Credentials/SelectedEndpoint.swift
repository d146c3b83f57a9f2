package import Inference

/// The endpoint that requests of a provider go to, and why it is that one.
package struct SelectedEndpoint: Hashable, Sendable {
    package var endpoint: Endpoint
    /// Where the choice stands: a setting with its file and line, a profile, or the manifest.
    package var origin: String
    /// Whether no manifest knows the host.
    package var isCustom: Bool
    /// What the user should know about the base URL.
    package var notes: [String]

    package init(endpoint: Endpoint, origin: String, isCustom: Bool = false, notes: [String] = []) {
        self.endpoint = endpoint
        self.origin = origin
        self.isCustom = isCustom
        self.notes = notes
    }
}
