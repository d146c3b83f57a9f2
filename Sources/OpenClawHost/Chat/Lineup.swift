import Inference

typealias ChatLineup = Lineup<ChatRoute>

/// The ways in which one request may be answered, in the order of preference: models, and for each its routes.
struct Lineup<Route: CallRoute>: Sendable {
    /// One way, or the reason why a model has none.
    final class Entry: Sendable {
        let selection: ModelSelection
        let target: FailoverTarget
        let route: Result<Route, InferenceError>
        /// The way, when there is one.
        let found: Route?
        /// What is said of the way when it was gone.
        let attempt: ChatAttempt

        init(selection: ModelSelection, target: FailoverTarget, route: Result<Route, InferenceError>) {
            self.selection = selection
            self.target = target
            self.route = route
            found = try? route.get()
            attempt = ChatAttempt(
                reference: selection.reference, endpoint: found?.endpointID,
                credential: found?.account.credential.source.label)
        }
    }

    private(set) var entries: [Entry] = []
    /// One for each entry.
    var targets: [FailoverTarget] { entries.map(\.target) }

    /// Whether a provider's credentials take turns.
    func takesTurns(_ provider: ProviderID) -> Bool {
        guard entries.count > 1 else { return false }
        return Set(entries.filter { $0.target.provider == provider }.map(\.target.credential)).count > 1
    }

    mutating func add(_ route: Route, account: AccountIdentity) {
        add([Self.entry(route, account: account)])
    }

    mutating func add(_ more: [Entry]) { entries += more }

    static func entry(_ route: Route, account: AccountIdentity) -> Entry {
        Entry(
            selection: route.selection,
            target: FailoverTarget(
                provider: route.selection.reference.provider, model: route.selection.reference.model,
                endpoint: route.endpoint.id,
                credential: CredentialFingerprint.of(route.account.credential.secret), account: account),
            route: .success(route))
    }

    /// Adds a model that cannot be asked: the attempt fails at once, and is named with the others.
    mutating func add(_ error: InferenceError, for selection: ModelSelection) {
        let target = FailoverTarget(
            provider: selection.reference.provider, model: selection.reference.model, endpoint: "", credential: "",
            account: AccountIdentity("", isDeclared: false))
        add([Entry(selection: selection, target: target, route: .failure(error))])
    }

    /// Puts the way first that has served the conversation so far.
    mutating func prefer(_ route: Route?) {
        guard let route else { return }
        let credential = CredentialFingerprint.of(route.account.credential.secret)
        let isPreferred = { (entry: Entry) in
            entry.target.credential == credential && entry.target.endpoint == route.endpoint.id
                && entry.target.model == route.selection.reference.model
        }
        entries = entries.filter(isPreferred) + entries.filter { !isPreferred($0) }
    }
}
