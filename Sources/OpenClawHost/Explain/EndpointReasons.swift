import Inference

/// Why a request goes to one endpoint and not to another.
struct EndpointReasons {
    private let accounts: Accounts
    private let route: ChatRoute
    private let ways: [ChatForecast.Way]
    private let account: ProviderAccount
    /// Where requests go when nothing speaks against it.
    private let selected: SelectedEndpoint?

    init(_ accounts: Accounts, _ route: ChatRoute, _ ways: [ChatForecast.Way]) {
        self.accounts = accounts
        self.route = route
        self.ways = ways
        account = route.account.account
        selected = try? accounts.endpoint(for: account, profile: route.selection.reference.profile)
    }

    var fact: ExplainedFact {
        let target = route.account.target
        return ExplainedFact(target.endpoint.id.rawValue, source: target.origin, why: why)
    }

    private var why: String {
        let (target, reference) = (route.account.target, route.selection.reference)
        if let profile = reference.profile, target.origin == "profile \(profile)" {
            return "the profile that was named belongs to it"
        }
        if target.isCustom { return "the configured base URL is a host that no provider of this build has" }
        guard let selected, selected.endpoint.id != target.endpoint.id else { return whySelected }
        if ways.contains(where: { $0.rest != nil && $0.route?.endpoint.id == selected.endpoint.id }) {
            return "\(selected.endpoint.label) comes first and is left alone now"
        }
        if !selected.endpoint.offers(.chat) { return "\(selected.endpoint.label) serves no chat" }
        if let absence = route.selection.descriptor.unavailability(on: selected.endpoint) {
            return "\(selected.endpoint.label) does not have the model: \(absence.reason)"
        }
        if !reachable.contains(where: { $0.target.endpoint.id == selected.endpoint.id }) {
            return "there is no key for \(selected.endpoint.label)"
        }
        return "a subscription is asked before what is paid by use"
    }

    private var whySelected: String {
        if SpendingRule.isExplicit(account) { return "a configured base URL comes first" }
        if route.account.target.origin.hasPrefix("profile ") {
            return "it belongs to the first stored key that can be used"
        }
        return "no base URL is configured and no stored key belongs to an endpoint, so it is the provider's first one"
    }

    private var reachable: [Accounts.Way] {
        selected.map { accounts.ways(account, $0, .chat) } ?? []
    }

    /// The provider's other endpoints. Those that are asked when this one fails are none of them.
    var passedOver: [PassedOver] {
        let used = Set(ways.filter { $0.selection.entry.id == account.id }.compactMap { $0.route?.endpoint.id })
        return (account.manifest?.endpoints ?? []).filter { !used.contains($0.id) }.map(reason)
    }

    private func reason(_ endpoint: Endpoint) -> PassedOver {
        let make = { (code: String, reason: String) in
            PassedOver(endpoint.id.rawValue, code: code, reason: "\(endpoint.label): \(reason)")
        }
        let target = route.account.target
        if target.isCustom { return make("custom_host", "the configured base URL is another host") }
        if !endpoint.offers(.chat) { return make("no_chat", "it serves no chat") }
        if endpoint.region != target.endpoint.region { return make("other_region", "a region is never crossed") }
        if let profile = route.selection.reference.profile { return make("not_named", "profile \(profile) was named") }
        guard reachable.contains(where: { $0.target.endpoint.id == endpoint.id }) else {
            return make("no_credential", "no key belongs to it")
        }
        let isAllowed = SpendingRule(accounts, account).allowed(reachable).contains {
            $0.target.endpoint.id == endpoint.id
        }
        if !isAllowed { return make("needs_consent", "paid by use; allow it with '\(SpendingConsent.command)'") }
        let absence = route.selection.descriptor.unavailability(on: endpoint)
        return make("lacks_model", absence?.reason ?? "it does not have the model")
    }
}
