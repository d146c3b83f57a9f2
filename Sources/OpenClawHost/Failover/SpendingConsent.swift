import Inference

/// Whether requests may go to an endpoint that is paid by use when a subscription is configured: `auth.spend`.
package enum SpendingConsent: String, Sendable {
    /// Not without being asked; the same as `never` where nobody can be asked.
    case ask
    case allow
    case never

    package init(settings: SettingsView) {
        self = settings.value(["auth", "spend"])?.string.flatMap(SpendingConsent.init) ?? .ask
    }

    /// The command that records the consent.
    package static let command = "openclaw config set auth.spend allow"
}
