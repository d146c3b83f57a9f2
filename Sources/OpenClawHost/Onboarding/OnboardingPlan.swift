package import Inference

/// Everything that onboarding is about to write. Making it touches nothing.
package struct OnboardingPlan: Hashable, Sendable {
    package var choice: OnboardingChoice
    /// The endpoint, for choices of a provider.
    package var endpoint: Endpoint?
    /// The base URL that is written.
    package var baseURL: String?
    package var provider: ProviderID?
    /// What becomes of the stored profiles, if a key is stored.
    package var placement: ProfilePlacement?
    package var changes: [SettingChange]
    /// The ref that is used when none is named.
    package var defaultModel: String?
    package var modelCount: Int
    /// What the user should know, in the order of reading.
    package var notes: [String]
    package var warnings: [String]
}
