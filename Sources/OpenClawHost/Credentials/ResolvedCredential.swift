package import Inference

/// The credential for one endpoint, and where it comes from.
package struct ResolvedCredential: Hashable, Sendable {
    package var secret: Secret
    package var source: CredentialSource
    /// The only endpoint that it may be sent to.
    package var endpoint: Endpoint
    /// Advice for the user, for example that the key looks like another plan's.
    package var warnings: [String]

    package init(secret: Secret, source: CredentialSource, endpoint: Endpoint, warnings: [String] = []) {
        self.secret = secret
        self.source = source
        self.endpoint = endpoint
        self.warnings = warnings
    }

    package var profileID: String? { source.profileID }
}
