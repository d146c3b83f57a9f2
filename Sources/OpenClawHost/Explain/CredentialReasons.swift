import Inference

/// Why one credential is sent and not another.
struct CredentialReasons {
    private let accounts: Accounts
    private let route: ChatRoute
    private let ways: [ChatForecast.Way]
    private let environment: EnvironmentVariables
    private let account: ProviderAccount
    private let chosen: ResolvedCredential

    init(_ accounts: Accounts, _ route: ChatRoute, _ ways: [ChatForecast.Way], _ environment: EnvironmentVariables) {
        self.accounts = accounts
        self.route = route
        self.ways = ways
        self.environment = environment
        account = route.account.account
        chosen = route.account.credential
    }

    var fact: ExplainedFact {
        ExplainedFact(
            chosen.secret.masked, source: chosen.source.place(storePath: accounts.resolver.storePath),
            why: ([rule] + turns).joined(separator: "; "))
    }

    private var rule: String {
        let reference = route.selection.reference
        if let profile = reference.profile { return "the model was named with @\(profile)" }
        switch chosen.source {
        case .profile:
            if let place = orderPlace { return "the order of profiles is set (\(place))" }
            return "stored keys come before variables and the configuration"
        case .variable:
            let primary = account.manifest?.environment ?? []
            if case .variable(let name, _) = chosen.source, primary.contains(name), primary.count > 1 {
                return
                    "no stored key can be used here; of \(primary.joined(separator: ", ")) the first that is set counts"
            }
            return "no stored key can be used here, and variables come before the configuration"
        case .settings:
            return account.settings?["auth"]?.string == "api-key"
                ? "auth is api-key there, so the configured key comes first"
                : "neither a stored key nor a variable can be used here"
        case .loopback: return "a server on this machine, and no key for it"
        }
    }

    private var orderPlace: String? {
        guard accounts.order.isSet(for: account) else { return nil }
        if accounts.order.state.order(for: account.spellings) != nil { return "openclaw models auth order get" }
        let name =
            account.spellings.first { accounts.settings.value(["auth", "order", $0]) != nil } ?? account.id.rawValue
        return accounts.settings.place(of: ["auth", "order", name])
    }

    /// Credentials of one kind take turns.
    private var turns: [String] {
        let group = accounts.group(of: chosen, account)
        let peers = sameModel.filter { way in
            guard let other = way.route?.account, other.target.endpoint.id == route.endpoint.id else { return false }
            return accounts.group(of: other.credential, account) == group
        }
        guard peers.count > 1 else { return [] }
        return ["\(peers.count) keys of the kind take turns, and it was used longest ago"]
    }

    private var sameModel: [ChatForecast.Way] {
        ways.filter { $0.selection.reference == route.selection.reference }
    }

    /// The places that were looked at, in order, and the project's file that nobody looks at.
    var passedOver: [PassedOver] {
        let target = route.account.target
        let candidates = accounts.resolver.candidates(
            for: account, target: target, profile: route.selection.reference.profile)
        var seen: Set<Secret> = []
        return candidates.compactMap { candidate in
            let isRepeated = candidate.secret.map { !seen.insert($0).inserted } ?? false
            return candidate.source == chosen.source ? nil : reason(candidate, isRepeated: isRepeated)
        } + ignored
    }

    private func reason(_ candidate: CredentialCandidate, isRepeated: Bool) -> PassedOver {
        let name = candidate.source.place(storePath: accounts.resolver.storePath)
        switch candidate.outcome {
        case .absent: return PassedOver(candidate.source.name, code: "not_set", reason: "not set")
        case .excluded(let code, let reason):
            let lead = [": ", " "].map { candidate.source.name + $0 }.first { reason.hasPrefix($0) } ?? ""
            return PassedOver(name, code: code, reason: String(reason.dropFirst(lead.count)))
        case .usable(let secret):
            if secret == chosen.secret || isRepeated {
                return PassedOver(name, code: "same_key", reason: "the same key")
            }
            let way = sameModel.first {
                $0.route?.account.credential.secret == secret && $0.route?.endpoint.id == route.endpoint.id
            }
            guard let way else { return PassedOver(name, code: "set_aside", reason: setAside(candidate.source)) }
            switch way.standing {
            case .resting: return PassedOver(name, code: "resting", reason: way.rest?.reason.rawValue ?? "resting")
            case .impossible(let error): return PassedOver(name, code: "refused", reason: error.message)
            case .first, .next: return PassedOver(name, code: "later", reason: "asked when the key before it fails")
            }
        }
    }

    private func setAside(_ source: CredentialSource) -> String {
        let target = route.account.target
        if case .variable(let name, _) = source, account.manifest?.environment.contains(name) == true,
            sameModel.contains(where: { $0.route?.account.credential.source.isVariable == true })
        {
            return "an earlier variable is set"
        }
        if let selected = try? accounts.endpoint(for: account), selected.endpoint.id != target.endpoint.id {
            return "it follows the configured endpoint, \(selected.endpoint.label)"
        }
        return "it looks like a key of another plan, and is no replacement for one that fails"
    }

    /// A project chooses no keys.
    private var ignored: [PassedOver] {
        let stem = account.id.rawValue.uppercased().replacing("-", with: "_") + "_API_KEY"
        let names = Set((account.manifest?.environment ?? []) + [stem])
        return environment.ignored.filter { names.contains($0.name) || $0.name.hasPrefix(stem) }.map { variable in
            let place = "\(environment.locations.shortened(variable.file)):\(variable.line)"
            return PassedOver(
                "\(variable.name) in \(place)", code: "project_file", reason: "a project's .env sets no keys")
        }
    }
}

extension CredentialSource {
    /// What it is called, without its place.
    var name: String {
        switch self {
        case .profile(let id, _): "profile \(id)"
        case .variable(let name, _): name
        case .settings(let path, _): path
        case .loopback: "none"
        }
    }

    /// What it is called and where it stands.
    func place(storePath: String) -> String {
        switch self {
        case .profile(let id, let place): "profile \(id) in \(storePath)" + (place.map { ", \($0)" } ?? "")
        case .variable(let name, let place):
            place == "env: \(name)" ? "\(name) in the environment" : "\(name) in \(place)"
        case .settings(let path, let place): "\(path) in \(place)"
        case .loopback: "none"
        }
    }

    var isVariable: Bool { if case .variable = self { true } else { false } }

    /// The kind for programs.
    package var kind: String {
        switch self {
        case .profile: "profile"
        case .variable: "variable"
        case .settings: "configuration"
        case .loopback: "none"
        }
    }
}
