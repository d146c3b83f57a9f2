import Inference

/// Whose limits a credential counts against. Keys of one account share them, so that changing between those is no cure for
/// a throttle.
package struct AccountIdentity: Hashable, Sendable {
    package var name: String
    /// Whether the user said so; otherwise it is assumed of all keys of one plan and region.
    package var isDeclared: Bool

    package init(_ name: String, isDeclared: Bool) {
        self.name = name
        self.isDeclared = isDeclared
    }
}

extension Accounts {
    /// The account that a route counts against: `auth.accounts.<profile or variable>`, the `email` of the profile, else
    /// plan and region.
    package func identity(of route: AccountRoute) -> AccountIdentity {
        let declared: String? =
            switch route.credential.source {
            case .profile(let id, _):
                settings.value(["auth", "accounts", id])?.string
                    ?? settings.value(["auth", "profiles", id, "email"])?.string
            case .variable(let name, _): settings.value(["auth", "accounts", name])?.string
            case .settings, .loopback: nil
            }
        if let declared, !declared.isEmpty { return AccountIdentity(declared, isDeclared: true) }
        let endpoint = route.target.endpoint
        let name = route.target.isCustom ? endpoint.baseURL : "\(endpoint.plan)@\(endpoint.region)"
        return AccountIdentity(name, isDeclared: false)
    }
}
