package import Inference

extension Accounts {
    /// Every way to reach a provider for a capability, in order of preference: subscriptions before what is paid by use, unless
    /// the user configured the latter, and for each endpoint its credentials in turn.
    ///
    /// A region is never crossed, a credential goes to its own endpoint only, and an endpoint that is paid by use is no way
    /// out of a subscription unless the user has said so (`auth.spend`).
    ///
    /// - Parameters:
    ///   - profile: the one profile to use, when the user named it.
    ///   - model: when given, endpoints that are known to lack it are left out if another one has it.
    ///   - turns: how credentials of one kind take turns.
    /// - Throws: `.unauthenticated`, `.unsupported` or `.invalidConfiguration`, each with the command that helps.
    package func routes(
        to provider: ProviderID, profile: String? = nil, for capability: Capability = .chat,
        model: ModelDescriptor? = nil, turns: CredentialTurns = .fixed
    ) throws(InferenceError) -> [AccountRoute] {
        try routeGroups(to: provider, profile: profile, for: capability, model: model).flatMap { turns.ordered($0) }
    }

    /// The routes in order of preference; those of one group are equally good and take turns.
    func routeGroups(
        to provider: ProviderID, profile: String?, for capability: Capability, model: ModelDescriptor?
    ) throws(InferenceError) -> [[AccountRoute]] {
        let account = try account(provider)
        let selected = try endpoint(for: account, profile: profile)
        let serves = selected.isCustom || selected.endpoint.offers(capability)
        if profile != nil || selected.isCustom {
            guard serves else { throw lacking(capability, account, selected) }
            let credential = try resolver.resolve(account, for: selected, profile: profile)
            let groups = profile == nil ? credentials(account, selected, isSelected: true) : [[credential]]
            return Way(target: selected, credentials: groups, isSelected: true).routes(of: account)
        }
        let ways = ways(account, selected, capability)
        // Whoever wrote down where requests go hears that the key for it is missing.
        if serves, SpendingRule.isExplicit(account), !ways.contains(where: \.isSelected) {
            _ = try resolver.resolve(account, for: selected)
        }
        let allowed = serving(model, SpendingRule(self, account).allowed(ways))
        if allowed.isEmpty {
            if serves { _ = try resolver.resolve(account, for: selected) }
            throw ways.isEmpty ? lacking(capability, account, selected) : needsConsent(ways, capability)
        }
        return allowed.flatMap { $0.routes(of: account) }
    }

    /// Endpoints that could serve a model and are left out only because they are paid by use.
    package func withheld(_ provider: ProviderID, for capability: Capability, model: ModelDescriptor) -> [Endpoint] {
        guard [.ask, .declined].contains(SpendingConsent(settings: settings)), let account = try? account(provider),
            let selected = try? endpoint(for: account), !selected.isCustom
        else { return [] }
        let ways = ways(account, selected, capability)
        let allowed = Set(SpendingRule(self, account).allowed(ways).map(\.target.endpoint.id))
        return ways.map(\.target.endpoint).filter { endpoint in
            !allowed.contains(endpoint.id) && model.unavailability(on: endpoint) == nil
        }
    }

    /// An endpoint with the credentials that may be sent to it.
    struct Way {
        var target: SelectedEndpoint
        /// In order; those of one group take turns.
        var credentials: [[ResolvedCredential]]
        var isSelected: Bool

        func routes(of account: ProviderAccount) -> [[AccountRoute]] {
            credentials.map { group in
                group.map { AccountRoute(account: account, target: target, credential: $0) }
            }
        }
    }

    /// The endpoints in the region of the selected one for which there are credentials.
    func ways(
        _ account: ProviderAccount, _ selected: SelectedEndpoint, _ capability: Capability
    ) -> [Way] {
        var targets = [selected]
        for profile in order.usable(for: account) {
            guard let id = profile.endpoint, !targets.contains(where: { $0.endpoint.id == id }),
                let endpoint = account.manifest?.endpoint(id), endpoint.region == selected.endpoint.region
            else { continue }
            targets.append(SelectedEndpoint(endpoint: endpoint, origin: "profile \(profile.id)"))
        }
        return targets.enumerated().compactMap { index, target in
            guard target.endpoint.offers(capability) else { return nil }
            let found = credentials(account, target, isSelected: index == 0)
            return found.isEmpty ? nil : Way(target: target, credentials: found, isSelected: index == 0)
        }
    }

    /// The credentials for an endpoint. Variables and configured keys belong to the selected one only, and those that look
    /// like keys of another plan are no replacement for a key that failed.
    private func credentials(
        _ account: ProviderAccount, _ target: SelectedEndpoint, isSelected: Bool
    ) -> [[ResolvedCredential]] {
        let primary = Set(account.manifest?.environment ?? [])
        var hasPrimary = false
        var found: [ResolvedCredential] = []
        for credential in resolver.credentials(for: account, target: target) {
            if case .profile(let id, _) = credential.source {
                guard isSelected || order.profiles[id]?.endpoint == target.endpoint.id else { continue }
            } else {
                guard isSelected, found.isEmpty || credential.warnings.isEmpty else { continue }
            }
            if case .variable(let name, _) = credential.source, primary.contains(name) {
                if hasPrimary { continue }
                hasPrimary = true
            }
            // A server on this machine gets no key only when there is none.
            if credential.source == .loopback, !found.isEmpty { continue }
            found.append(credential)
        }
        var groups: [(name: String, members: [ResolvedCredential])] = []
        for credential in found {
            let name = group(of: credential, account)
            if let index = groups.firstIndex(where: { $0.name == name }) {
                groups[index].members.append(credential)
            } else {
                groups.append((name, [credential]))
            }
        }
        return groups.map(\.members)
    }

    /// Credentials of one group take turns; groups keep their order. A set order has groups of one.
    func group(of credential: ResolvedCredential, _ account: ProviderAccount) -> String {
        switch credential.source {
        case .profile(let id, _):
            order.isSet(for: account) ? "profile \(id)" : "profiles \(order.profiles[id]?.kind.rawValue ?? "")"
        case .variable: "variables"
        case .settings: "settings"
        case .loopback: "loopback"
        }
    }

    private func serving(_ model: ModelDescriptor?, _ ways: [Way]) -> [Way] {
        guard let model else { return ways }
        let serving = ways.filter { model.unavailability(on: $0.target.endpoint) == nil }
        return serving.isEmpty ? ways : serving
    }

    private func needsConsent(_ ways: [Way], _ capability: Capability) -> InferenceError {
        let labels = ways.map(\.target.endpoint.label).joined(separator: ", ")
        return InferenceError(
            .permissionDenied, "\(capability) would be paid by use on \(labels), which auth.spend does not allow",
            hint: SpendingConsent.command)
    }
}
