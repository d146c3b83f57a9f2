import Inference

/// Whether requests may go to an endpoint that is paid by use when a subscription is configured: `auth.spend`.
package enum SpendingConsent: String, Sendable {
    /// Not without being asked, and not at all where nobody can be asked.
    case ask
    case allow
    /// The user was asked and said no: as `ask`, without the question.
    case declined
    /// Not even for what no subscription serves.
    case never

    package init(settings: SettingsView) {
        self = settings.value(["auth", "spend"])?.string.flatMap(SpendingConsent.init) ?? .ask
    }

    /// Where the configuration holds it.
    package static let path = ConfigurationPath(keys: "auth", "spend")

    /// The command that records the consent.
    package static let command = "openclaw config set auth.spend allow"
}
