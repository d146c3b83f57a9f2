package import Inference

/// A key in use or in store, and what its endpoint says about it.
package struct KeyExamination: Hashable, Sendable {
    package var provider: ProviderID
    package var endpoint: Endpoint
    package var source: CredentialSource
    /// Whether requests are sent with it now.
    package var isInUse: Bool
    /// `nil` for endpoints that are not asked, for example servers of the user's own.
    package var answer: ProbeAnswer?
    /// Where else the key was tried after it was refused.
    package var others: Discovery?
}
