import Inference

/// What `models status --check` finds.
package enum CredentialHealth: Int, Sendable {
    case good = 0
    /// A provider in use has no credential, or one that is over.
    case missing = 1
    /// A token of a provider in use ends within a day.
    case expiring = 2
}

extension ModelsStatus {
    /// Tokens that end sooner than this are reported.
    package static let warningMilliseconds = 86_400_000

    /// - Parameter now: seconds since 1970.
    package func health(now: Double) -> CredentialHealth {
        if !missing.isEmpty { return .missing }
        let soon = Int(now * 1000) + Self.warningMilliseconds
        let isExpiring = providers.contains { provider in
            guard provider.isInUse, let id = provider.effective?.source.profileID else { return false }
            return provider.profiles.contains { profile in
                profile.id == id && profile.expires.map { $0 < soon } ?? false
            }
        }
        return isExpiring ? .expiring : .good
    }
}
