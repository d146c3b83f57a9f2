package import Inference
package import Logging
import Synchronization

/// Knows the ways that chat requests may go in one snapshot of a configuration, and starts requests on them.
package final class ChatDispatcher: Sendable {
    let failover: FailoverServices
    let deadlines: Deadlines
    let usage: UsageRecorder?
    let table: RouteTable
    private let userAgent: String
    private let logger: Logger
    let learn: @Sendable (Secret) -> Void
    /// What requests are for, where that is more than chat.
    private let purpose: Capability?
    private let known = Mutex(RecentTable<ObjectIdentifier, Ways>(limit: 1024))

    /// The ways to a model in groups whose members take turns.
    private final class Ways: Sendable {
        /// Keeps the model's identity taken, by which the ways are found.
        let selection: ModelSelection
        let groups: [[ChatLineup.Entry]]
        /// All of them in their order; `nil` when that depends on whose turn it is.
        let lineup: ChatLineup?

        init(to selection: ModelSelection, _ groups: [[ChatLineup.Entry]]) {
            self.selection = selection
            self.groups = groups
            var lineup = ChatLineup()
            groups.forEach { lineup.add($0) }
            self.lineup = groups.allSatisfy { $0.count <= 1 } ? lineup : nil
        }
    }

    /// - Parameters:
    ///   - failover: the rules, and what runs share.
    ///   - learn: hears of every credential before it is used, so that no output ever shows it.
    ///   - usage: keeps the books; `nil` keeps none.
    ///   - purpose: what requests are for: a model that no endpoint of the user's chat serves is looked for where this is.
    package init(
        accounts: Accounts, failover: FailoverServices, userAgent: String, deadlines: Deadlines = Deadlines(),
        logger: Logger, learn: @escaping @Sendable (Secret) -> Void, usage: UsageRecorder? = nil,
        purpose: Capability? = nil
    ) {
        table = RouteTable(accounts)
        self.failover = failover
        self.userAgent = userAgent
        self.deadlines = deadlines
        self.logger = logger
        self.learn = learn
        self.usage = usage
        self.purpose = purpose
    }

    /// A dispatcher that decides the same and writes nothing down.
    var unwritten: ChatDispatcher {
        ChatDispatcher(
            accounts: table.accounts, failover: failover.unwritten, userAgent: userAgent, deadlines: deadlines,
            logger: logger, learn: learn, usage: usage?.unwritten, purpose: purpose)
    }

    /// All plans that any provider has.
    var plans: [Plan] { table.accounts.manifests.flatMap(\.plans) }

    /// The ways to a model in order of preference; the first one is tried first.
    ///
    /// - Throws: `.unauthenticated` without a credential, `.unsupported` when no endpoint serves chat.
    package func routes(
        _ selection: ModelSelection, turns: CredentialTurns = .fixed
    ) throws(InferenceError) -> [ChatRoute] {
        let capability = try capability(of: selection)
        let routes = try table.routes(to: selection.reference, of: selection.descriptor, for: capability, turns: turns)
        for route in routes { learn(route.credential.secret) }
        guard let codec = selection.entry.provider.chat else { throw Self.withoutChat(selection) }
        return routes.map { route(selection, $0, codec) }
    }

    /// Starts a request.
    ///
    /// - Parameters:
    ///   - candidates: the model to ask, then those to ask when it fails; at least one.
    ///   - conversation: what a conversation is called, so that it stays with one of several keys.
    ///   - earlier: what has served the conversation so far; it is asked first.
    ///   - callID: our own id of the request; every attempt has it.
    ///   - virtualKey: the gateway's key that asks, for the books.
    ///   - delivery: how the client wants the answer.
    package func dispatch(
        _ request: ChatRequest, on candidates: [ModelSelection], conversation: String? = nil,
        after earlier: ChatRoute? = nil, callID: String, virtualKey: String? = nil, delivery: ChatDelivery
    ) -> ChatDispatch {
        ChatDispatch(
            request, on: candidates, pursuit: pursuit(candidates, conversation, preferring: earlier), dispatcher: self,
            callID: callID, virtualKey: virtualKey, delivery: delivery, takesTurns: conversation == nil)
    }

    /// Which way a request would go now, rests and turns considered; nothing is sent.
    ///
    /// - Throws: the error with which the request would end at once.
    package func upcoming(
        _ candidates: [ModelSelection], conversation: String? = nil
    ) throws(InferenceError) -> ChatRoute {
        var pursuit = pursuit(candidates, conversation)
        switch pursuit.next() {
        case .attempt(let index, _): return try pursuit.lineup.entries[index].route.get()
        case .giveUp(let summary): throw explained(pursuit.failure(summary), candidates).error
        case .wait: throw InferenceError(.rateLimited, "nothing can be asked yet")
        }
    }

    /// What a codec is told of a call.
    func context(for route: some CallRoute, callID: String) -> CallContext {
        context(route.selection, route.account, callID: callID)
    }

    private func context(_ selection: ModelSelection, _ account: AccountRoute, callID: String) -> CallContext {
        CallContext(
            credential: account.credential.secret, endpoint: account.target.endpoint, userAgent: userAgent,
            callID: callID, logger: logger, cache: selection.caching)
    }

    private func route(_ selection: ModelSelection, _ account: AccountRoute, _ codec: any ChatModel) -> ChatRoute {
        ChatRoute(
            selection: selection, account: account, codec: codec, context: context(selection, account, callID: ""))
    }

    /// The deadlines of an attempt, with the user's `timeoutSeconds` for the provider where nothing stricter was asked for.
    func deadlines(for route: some CallRoute, within total: Duration?) -> Deadlines {
        var deadlines = deadlines
        deadlines.total = total ?? route.timeLimit
        return deadlines
    }

    /// The failure with the way out that only the user can open: an endpoint that is paid by use.
    func explained(
        _ failure: ChatFailure, _ candidates: [ModelSelection], for capability: Capability = .chat
    ) -> ChatFailure {
        let codes: Set<InferenceError.Code> = [.quotaExhausted, .modelNotFound, .unsupported, .permissionDenied]
        guard codes.contains(failure.error.code), let first = candidates.first, first.reference.profile == nil else {
            return failure
        }
        let withheld = table.accounts.withheld(first.reference.provider, for: capability, model: first.descriptor)
        guard let endpoint = withheld.first, failure.error.hint != SpendingConsent.command else { return failure }
        var failure = failure
        failure.error.message += "; \(endpoint.label) could answer, but is paid by use and was not asked (auth.spend)"
        failure.error.hint = SpendingConsent.command
        return failure
    }

    private func pursuit(
        _ candidates: [ModelSelection], _ conversation: String?, preferring earlier: ChatRoute? = nil
    ) -> ChatPursuit {
        let health = health(of: candidates)
        var lineup = lineup(candidates, conversation, health)
        lineup.prefer(earlier)
        return ChatPursuit(lineup, health: health, services: failover, total: deadlines.total)
    }

    func health(of candidates: [ModelSelection]) -> [HealthKey: HealthRecord] {
        if candidates.count == 1, let records = try? failover.health.records(of: candidates[0].provider) {
            return records
        }
        var health: [HealthKey: HealthRecord]?
        for (index, candidate) in candidates.enumerated() {
            let provider = candidate.reference.provider
            if candidates[..<index].contains(where: { $0.reference.provider == provider }) { continue }
            guard let records = try? failover.health.records(of: provider) else { continue }
            health = health?.merging(records) { $1 } ?? records
        }
        return health ?? [:]
    }

    private func lineup(
        _ candidates: [ModelSelection], _ conversation: String?, _ health: [HealthKey: HealthRecord]
    ) -> ChatLineup {
        if candidates.count == 1, let lineup = try? ways(to: candidates[0]).lineup { return lineup }
        let turns = conversation.map(CredentialTurns.conversation) ?? .leastRecent(Self.lastUses(health))
        var lineup = ChatLineup()
        for selection in candidates {
            do throws(InferenceError) {
                for group in try ways(to: selection).groups {
                    lineup.add(turns.ordered(group, fingerprint: \.target.credential))
                }
            } catch {
                lineup.add(error, for: selection)
            }
        }
        return lineup
    }

    /// The ways to a model, worked out once for every model that somebody lists.
    private func ways(to selection: ModelSelection) throws(InferenceError) -> Ways {
        if selection.isKnown, let found = known.withLock({ $0.find(selection.identity) }) { return found }
        guard let codec = selection.entry.provider.chat else { throw Self.withoutChat(selection) }
        let groups = try table.accounts.routeGroups(
            to: selection.reference.provider, profile: selection.reference.profile,
            for: try capability(of: selection), model: selection.descriptor)
        let ways = Ways(
            to: selection,
            groups.map { group in
                group.map { account in
                    learn(account.credential.secret)
                    return ChatLineup.entry(
                        route(selection, account, codec),
                        account: table.accounts.identity(of: account))
                }
            })
        if selection.isKnown {
            known.withLock { $0.keep(ways, for: selection.identity) }
        }
        return ways
    }

    /// What an endpoint has to offer for a model. The user's chat comes first, because a subscription may pay for it.
    private func capability(of selection: ModelSelection) throws(InferenceError) -> Capability {
        guard let purpose else { return .chat }
        let routes = try table.routes(
            to: selection.reference, of: selection.descriptor, for: .chat, turns: .fixed)
        let isServed = routes.contains { route in
            route.target.isCustom || selection.descriptor.unavailability(on: route.target.endpoint) == nil
        }
        return isServed ? .chat : purpose
    }

    private static func withoutChat(_ selection: ModelSelection) -> InferenceError {
        InferenceError(
            .unsupported, "provider \"\(selection.reference.provider)\" has no chat models",
            hint: "openclaw infer model providers")
    }

    /// When credentials were used last, by fingerprint.
    static func lastUses(_ health: [HealthKey: HealthRecord]) -> [String: Double] {
        var times: [String: Double] = [:]
        for (key, record) in health {
            guard let time = record.lastUsed else { continue }
            let name = String(key.owner.dropFirst("key:".count))
            times[name] = max(times[name] ?? time, time)
        }
        return times
    }
}
