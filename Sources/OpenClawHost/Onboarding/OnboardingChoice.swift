package import Inference

/// What is being set up: a manifest's plan and region, a server of the user's own, or nothing but the local settings.
package enum OnboardingChoice: Hashable, Sendable {
    case provider(ProviderManifest, AuthChoice)
    case custom
    case skip

    /// The id that `--auth-choice` takes.
    package var id: String {
        switch self {
        case .provider(_, let choice): choice.id.rawValue
        case .custom: Self.customID
        case .skip: Self.skipID
        }
    }

    package static let customID = "custom-api-key"
    package static let skipID = "skip"
}
