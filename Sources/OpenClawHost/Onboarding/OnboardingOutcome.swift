package import Inference

/// What an onboarding did, for the report.
package struct OnboardingOutcome: Hashable, Sendable {
    package var plan: OnboardingPlan
    /// Where the key came from and how it may be shown; `nil` when none was stored.
    package var key: AcquiredKey?
    package var configurationFile: String
    package var credentialFile: String
    /// Where earlier files were moved to by a reset.
    package var backup: String?
    package var workspace: String
    package var gateway: JSONValue
    package var notes: [String]
    package var warnings: [String]
    package var ignoredFlags: [String]
    package var mode: String
    /// What endpoints said about the key, when they were asked.
    package var discovery: Discovery?
    /// What the key cannot do.
    package var gap: CapabilityGap?
}
