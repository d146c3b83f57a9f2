package import Inference
package import Logging

/// Carries chat requests: finds endpoints and credentials, lets the codec shape the exchange, and fails over to another
/// credential or model as long as nothing was answered.
package struct ChatRunner: Sendable {
    private let table: RouteTable
    private let failover: FailoverServices
    private let transport: any HTTPTransport
    private let userAgent: String
    private let deadlines: Deadlines
    private let logger: Logger
    private let makeCallID: @Sendable () -> String
    private let learn: @Sendable (Secret) -> Void
    private let usage: UsageRecorder?

    /// - Parameters:
    ///   - failover: the rules, and what runs share.
    ///   - learn: hears of every credential before it is used, so that no output ever shows it.
    ///   - usage: keeps the books; `nil` keeps none.
    package init(
        accounts: Accounts, failover: FailoverServices, transport: any HTTPTransport, userAgent: String,
        deadlines: Deadlines = Deadlines(), logger: Logger, makeCallID: @escaping @Sendable () -> String,
        learn: @escaping @Sendable (Secret) -> Void, usage: UsageRecorder? = nil
    ) {
        table = RouteTable(accounts)
        self.failover = failover
        self.transport = transport
        self.userAgent = userAgent
        self.deadlines = deadlines
        self.logger = logger
        self.makeCallID = makeCallID
        self.learn = learn
        self.usage = usage
    }

    private var accounts: Accounts { table.accounts }

    /// The ways to a model in order of preference; the first one is tried first.
    ///
    /// - Throws: `.unauthenticated` without a credential, `.unsupported` when no endpoint serves chat.
    package func routes(
        _ selection: ModelSelection, turns: CredentialTurns = .fixed
    ) throws(InferenceError) -> [ChatRoute] {
        let routes = try table.routes(to: selection.reference, of: selection.descriptor, for: .chat, turns: turns)
        for route in routes { learn(route.credential.secret) }
        guard let codec = selection.entry.provider.chat else {
            throw InferenceError(
                .unsupported, "provider \"\(selection.reference.provider)\" has no chat models",
                hint: "openclaw infer model providers")
        }
        return routes.map { ChatRoute(selection: selection, account: $0, codec: codec) }
    }

    /// Sends a request to the first model and credential that take it.
    ///
    /// - Parameters:
    ///   - candidates: the model to ask, then those to ask when it fails; at least one.
    ///   - conversation: what a conversation is called, so that it stays with one of several keys.
    ///   - earlier: what has served the conversation so far; it is asked first.
    ///   - observe: hears of every request before it goes out, of every attempt that failed, and of pauses.
    /// - Throws: `ChatFailure` when no model answered, and what `observe` throws.
    package func start(
        _ request: ChatRequest, on candidates: [ModelSelection], conversation: String? = nil,
        after earlier: ChatRoute? = nil, observe: (ChatObservation) async throws -> Void
    ) async throws -> ChatRun {
        let health = health(of: candidates)
        var lineup = lineup(candidates, conversation, health)
        lineup.prefer(earlier)
        var pursuit = ChatPursuit(lineup, health: health, services: failover, total: deadlines.total)
        while true {
            switch pursuit.next() {
            case .giveUp(let summary): throw explained(pursuit.failure(summary), candidates)
            case .wait(let end):
                try await announce(&pursuit, observe)
                try await observe(.waiting(pursuit.pause(until: end)))
                try await pursuit.wait(until: end)
            case .attempt(let index, _):
                guard pursuit.claim(index) else { continue }
                try await announce(&pursuit, observe)
                let takesTurns = conversation == nil
                if let run = try await attempt(index, of: request, &pursuit, takesTurns: takesTurns, observe) {
                    return run
                }
            }
        }
    }

    /// Which way a request would go now, rests and turns considered; nothing is sent.
    ///
    /// - Throws: the error with which the request would end at once.
    package func upcoming(
        _ candidates: [ModelSelection], conversation: String? = nil
    ) throws(InferenceError) -> ChatRoute {
        let health = health(of: candidates)
        let lineup = lineup(candidates, conversation, health)
        var pursuit = ChatPursuit(lineup, health: health, services: failover, total: deadlines.total)
        switch pursuit.next() {
        case .attempt(let index, _): return try lineup.entries[index].route.get()
        case .giveUp(let summary): throw explained(pursuit.failure(summary), candidates).error
        case .wait: throw InferenceError(.rateLimited, "nothing can be asked yet")
        }
    }

    /// Tells of the failure that something else follows.
    private func announce(
        _ pursuit: inout ChatPursuit, _ observe: (ChatObservation) async throws -> Void
    ) async throws {
        if let failed = pursuit.takeNews() { try await observe(.fellBack(failed)) }
    }

    /// The failure with the way out that only the user can open: an endpoint that is paid by use.
    private func explained(_ failure: ChatFailure, _ candidates: [ModelSelection]) -> ChatFailure {
        let codes: Set<InferenceError.Code> = [.quotaExhausted, .modelNotFound, .unsupported, .permissionDenied]
        guard codes.contains(failure.error.code), let first = candidates.first, first.reference.profile == nil else {
            return failure
        }
        let withheld = accounts.withheld(first.reference.provider, for: .chat, model: first.descriptor)
        guard let endpoint = withheld.first, failure.error.hint != SpendingConsent.command else { return failure }
        var failure = failure
        failure.error.message += "; \(endpoint.label) could answer, but is paid by use and was not asked (auth.spend)"
        failure.error.hint = SpendingConsent.command
        return failure
    }

    private func health(of candidates: [ModelSelection]) -> [HealthKey: HealthRecord] {
        Set(candidates.map(\.reference.provider)).reduce(into: [:]) { health, provider in
            health.merge((try? failover.health.records(of: provider)) ?? [:]) { $1 }
        }
    }

    private func lineup(
        _ candidates: [ModelSelection], _ conversation: String?, _ health: [HealthKey: HealthRecord]
    ) -> ChatLineup {
        let times = health.compactMap { key, record in
            record.lastUsed.map { (String(key.owner.dropFirst("key:".count)), $0) }
        }
        let turns = conversation.map(CredentialTurns.conversation) ?? .leastRecent(Dictionary(times) { max($0, $1) })
        var lineup = ChatLineup()
        for selection in candidates {
            do throws(InferenceError) {
                for route in try routes(selection, turns: turns) {
                    lineup.add(route, account: accounts.identity(of: route.account))
                }
            } catch {
                lineup.add(error, for: selection)
            }
        }
        return lineup
    }

    /// One attempt; `nil` when it failed and the pursuit goes on.
    private func attempt(
        _ index: Int, of request: ChatRequest, _ pursuit: inout ChatPursuit, takesTurns: Bool,
        _ observe: (ChatObservation) async throws -> Void
    ) async throws -> ChatRun? {
        let entry = pursuit.lineup.entries[index]
        var attempt = ChatAttempt(reference: entry.selection.reference)
        let route: ChatRoute
        switch entry.route {
        case .success(let found): route = found
        case .failure(let error):
            attempt.error = error
            pursuit.failed(attempt, error, at: index)
            return nil
        }
        attempt.endpoint = route.endpoint.id
        attempt.credential = route.account.credential.source.label
        try await observe(.asking(route))
        let prepared =
            pursuit.repaired[index] ?? PreparedChat(request, for: route, lessons: pursuit.lessons(for: index))
        do throws(InferenceError) {
            let opening = try await send(prepared, route, within: pursuit.remaining(of: deadlines.total))
            pursuit.succeeded(attempt, at: index, with: prepared, takingTurns: takesTurns)
            return ChatRun(route: route, attempts: pursuit.attempts, opening: opening)
        } catch {
            let explained = error.explained(for: route, plans: accounts.manifests.flatMap(\.plans))
            attempt.error = explained
            pursuit.failed(attempt, explained, at: index, repair: prepared.repaired(for: route, after: error))
            return nil
        }
    }

    private func send(
        _ prepared: PreparedChat, _ route: ChatRoute, within total: Duration?
    ) async throws(InferenceError) -> ChatOpening {
        let context = CallContext(
            credential: route.account.credential.secret, endpoint: route.endpoint, userAgent: userAgent,
            callID: makeCallID(), logger: logger)
        let model = route.selection.descriptor
        let exchange = try route.codec.exchange(for: prepared.request, model: model, context: context)
        let subject = UsageSubject(route, callID: context.callID)
        let meter = try usage?.begin(subject, input: TokenEstimate(of: prepared.request))
        do throws(InferenceError) {
            let stream = try await transport.stream(exchange, deadlines: deadlines(for: route, within: total))
            return try await ChatOpening(stream, after: prepared.adjustments, meter: meter)
        } catch {
            meter?.fail(error)
            throw error
        }
    }

    /// The deadlines of an attempt, with the user's `timeoutSeconds` for the provider where nothing stricter was asked for.
    private func deadlines(for route: ChatRoute, within total: Duration?) -> Deadlines {
        var deadlines = deadlines
        deadlines.total = total
        let seconds = route.account.account.settings?["timeoutSeconds"]?.double ?? 0
        if deadlines.total == nil, seconds > 0 { deadlines.total = .seconds(seconds) }
        return deadlines
    }
}
