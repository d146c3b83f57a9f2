package import Inference

/// Finds the credential for a provider's endpoint, in the order that users rely on:
///
/// 1. the profile that was named for the run, and nothing else then;
/// 2. `models.providers.<id>.apiKey`, when `auth` there is exactly `api-key`;
/// 3. stored profiles in rotation order;
/// 4. the provider's environment variables, first one set, then its families of keys;
/// 5. `models.providers.<id>.apiKey`: a value, `${NAME}`, the bare name of a variable, or a reference;
/// 6. nothing, for a server on this machine.
///
/// A profile that was given for one endpoint is never used for another. Variables and configured keys belong to no endpoint
/// and follow the configured one.
package struct CredentialResolver: Sendable {
    package var order: ProfileOrder
    package var reader: SecretReader
    /// All manifests, for what is known of plans and choices.
    package var manifests: [ProviderManifest]
    /// Where profiles are stored, for messages.
    package var storePath: String

    package init(order: ProfileOrder, reader: SecretReader, manifests: [ProviderManifest], storePath: String) {
        self.order = order
        self.reader = reader
        self.manifests = manifests
        self.storePath = storePath
    }

    /// - Throws: `.unauthenticated` when there is none; the message names every place that was looked at.
    package func resolve(
        _ account: ProviderAccount, for target: SelectedEndpoint, profile: String? = nil
    ) throws(InferenceError) -> ResolvedCredential {
        if let first = credentials(for: account, target: target, profile: profile).first { return first }
        throw MissingCredential(account: account, target: target, manifests: manifests, storePath: storePath)
            .error(profile: profile, candidates: candidates(for: account, target: target, profile: profile))
    }

    /// Every credential that may be used, in order, each once.
    package func credentials(
        for account: ProviderAccount, target: SelectedEndpoint, profile: String? = nil
    ) -> [ResolvedCredential] {
        let hint = KeyPlanHint(plans: manifests.flatMap(\.plans))
        var seen: Set<Secret> = []
        return candidates(for: account, target: target, profile: profile).compactMap { candidate in
            guard let secret = candidate.secret, seen.insert(secret).inserted else { return nil }
            return ResolvedCredential(
                secret: secret, source: candidate.source, endpoint: target.endpoint,
                warnings: hint.advice(for: secret, on: target.endpoint).map { [$0] } ?? [])
        }
    }

    /// Every place in order, with what it holds: what `explain` and `models status` show.
    package func candidates(
        for account: ProviderAccount, target: SelectedEndpoint, profile: String? = nil
    ) -> [CredentialCandidate] {
        if let profile { return [judge(order.entry(profile, account), account, target)] }
        let configured = configured(account)
        let configuredFirst = account.settings?["auth"]?.string == "api-key" && configured?.outcome != .absent
        var result: [CredentialCandidate] = []
        if configuredFirst, let configured { result.append(configured) }
        result += order.entries(for: account).map { judge($0, account, target) }
        result += variables(account)
        if !configuredFirst, let configured { result.append(configured) }
        if target.isCustom, PastedBaseURL.isLoopback(target.endpoint.hosts.first ?? "") {
            result.append(CredentialCandidate(.loopback, .usable(Self.loopbackKey)))
        }
        return result
    }

    /// What servers on this machine get when the user has no key for them.
    static let loopbackKey = Secret("no-key")

    private func judge(
        _ entry: ProfileOrder.Entry, _ account: ProviderAccount, _ target: SelectedEndpoint
    ) -> CredentialCandidate {
        let source = CredentialSource.profile(id: entry.id, place: nil)
        guard let profile = entry.profile, entry.exclusion == nil, let input = profile.secret else {
            let code = entry.exclusion ?? "missing_credential"
            return CredentialCandidate(source, .excluded(code: code, reason: "profile \(entry.id): \(Self.say(code))"))
        }
        if let bound = profile.endpoint, !isAllowed(bound, target, account) {
            let label = account.manifest?.endpoint(bound)?.label ?? bound.rawValue
            return CredentialCandidate(
                source,
                .excluded(
                    code: "endpoint_mismatch",
                    reason: "profile \(entry.id) belongs to \(label) and is not sent to \(target.endpoint.label)"))
        }
        do throws(InferenceError) {
            let found = try reader.read(input)
            return CredentialCandidate(.profile(id: entry.id, place: found.label), .usable(found.secret))
        } catch {
            let reason = "profile \(entry.id): \(error.message)"
            return CredentialCandidate(source, .excluded(code: "unresolved_ref", reason: reason))
        }
    }

    /// A bound credential goes to its endpoint, and to a host of the user's own that the configuration puts in its place.
    private func isAllowed(_ bound: EndpointID, _ target: SelectedEndpoint, _ account: ProviderAccount) -> Bool {
        target.isCustom || bound == target.endpoint.id
    }

    private func variables(_ account: ProviderAccount) -> [CredentialCandidate] {
        let named = (account.manifest?.environment ?? []).map { name in
            guard let found = reader.variables[name] else {
                return CredentialCandidate(.variable(name: name, place: ""), .absent)
            }
            return CredentialCandidate(.variable(name: name, place: found.label), .usable(Secret(found.value)))
        }
        return account.manifest == nil ? named : named + family(of: account)
    }

    /// Several keys of one provider: `<PROVIDER>_API_KEYS`, separated by white space, commas or semicolons, and
    /// `<PROVIDER>_API_KEY_<anything>`.
    private func family(of account: ProviderAccount) -> [CredentialCandidate] {
        let stem = account.id.rawValue.uppercased().replacing("-", with: "_") + "_API_KEY"
        let list = reader.variables[stem + "S"]
        let keys = list?.value.split { $0.isWhitespace || $0 == "," || $0 == ";" } ?? []
        let listed = keys.enumerated().map { index, key in
            let name = "\(stem)S[\(index + 1)]"
            let place = list.map { $0.label == "env: \(stem)S" ? "env: \(name)" : $0.label } ?? ""
            let source = CredentialSource.variable(name: name, place: place)
            return CredentialCandidate(source, .usable(Secret(String(key))))
        }
        let numbered = reader.variables.names(beginningWith: stem + "_").compactMap { name in
            reader.variables[name].map {
                CredentialCandidate(.variable(name: name, place: $0.label), .usable(Secret($0.value)))
            }
        }
        return listed + numbered
    }

    private func configured(_ account: ProviderAccount) -> CredentialCandidate? {
        guard let value = account.settings?["apiKey"] else { return nil }
        let path = account.path("apiKey")
        let place = reader.settings.place(of: path)
        let source = CredentialSource.settings(path: path.joined(separator: "."), place: place)
        guard let input = SecretInput(value, takesMarkers: true) else { return CredentialCandidate(source, .absent) }
        do throws(InferenceError) {
            let found = try reader.read(input)
            let full = CredentialSource.settings(
                path: path.joined(separator: "."), place: found.label.map { "\(place), \($0)" } ?? place)
            return CredentialCandidate(full, .usable(found.secret))
        } catch {
            let reason = "\(path.joined(separator: ".")): \(error.message)"
            return CredentialCandidate(source, .excluded(code: "unresolved_ref", reason: reason))
        }
    }

    private static func say(_ code: String) -> String {
        switch code {
        case "profile_missing": "there is no such profile"
        case "provider_mismatch": "it belongs to another provider"
        case "mode_mismatch": "auth.profiles lists it with another mode"
        case "missing_credential": "it holds no key"
        case "expired", "invalid_expires": "its token is over"
        default: code
        }
    }
}
