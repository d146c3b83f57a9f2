package import Inference
package import Logging

/// Carries chat requests over a transport: the driver of dispatches for whoever may wait.
package struct ChatRunner: Sendable {
    private let dispatcher: ChatDispatcher
    private let transport: any HTTPTransport
    private let makeCallID: @Sendable () -> String

    /// - Parameters:
    ///   - failover: the rules, and what runs share.
    ///   - learn: hears of every credential before it is used, so that no output ever shows it.
    ///   - usage: keeps the books; `nil` keeps none.
    ///   - purpose: what requests are for, where that is more than chat.
    package init(
        accounts: Accounts, failover: FailoverServices, transport: any HTTPTransport, userAgent: String,
        deadlines: Deadlines = Deadlines(), logger: Logger, makeCallID: @escaping @Sendable () -> String,
        learn: @escaping @Sendable (Secret) -> Void, usage: UsageRecorder? = nil,
        purpose: Capability? = nil
    ) {
        dispatcher = ChatDispatcher(
            accounts: accounts, failover: failover, userAgent: userAgent, deadlines: deadlines, logger: logger,
            learn: learn, usage: usage, purpose: purpose)
        self.transport = transport
        self.makeCallID = makeCallID
    }

    /// The ways to a model in order of preference; the first one is tried first.
    ///
    /// - Throws: `.unauthenticated` without a credential, `.unsupported` when no endpoint serves chat.
    package func routes(
        _ selection: ModelSelection, turns: CredentialTurns = .fixed
    ) throws(InferenceError) -> [ChatRoute] {
        try dispatcher.routes(selection, turns: turns)
    }

    /// Which way a request would go now, rests and turns considered; nothing is sent.
    ///
    /// - Throws: the error with which the request would end at once.
    package func upcoming(
        _ candidates: [ModelSelection], conversation: String? = nil
    ) throws(InferenceError) -> ChatRoute {
        try dispatcher.upcoming(candidates, conversation: conversation)
    }

    /// What would become of a request now. Nothing is sent and nothing is written down.
    package func forecast(
        _ request: ChatRequest, on candidates: [ModelSelection], conversation: String? = nil
    ) -> ChatForecast {
        dispatcher.forecast(request, on: candidates, conversation: conversation)
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
        var dispatch = dispatcher.dispatch(
            request, on: candidates, conversation: conversation, after: earlier, callID: makeCallID(),
            delivery: .events)
        while true {
            switch dispatch.next() {
            case .giveUp(let failure): throw failure
            case .wait(let pause):
                try await announce(&dispatch, observe)
                try await observe(.waiting(pause))
                try await dispatcher.failover.wait(pause)
            case .send(let sending):
                try await announce(&dispatch, observe)
                try await observe(.asking(sending.route))
                guard let opening = await open(sending, &dispatch) else { continue }
                return ChatRun(route: sending.route, attempts: dispatch.attempts, opening: opening)
            }
        }
    }

    /// Tells of the failures that something else follows.
    private func announce(
        _ dispatch: inout ChatDispatch, _ observe: (ChatObservation) async throws -> Void
    ) async throws {
        for failed in dispatch.takeNews() { try await observe(.fellBack(failed)) }
    }

    /// Sends one request; `nil` when it failed and the dispatch goes on.
    private func open(_ sending: ChatSending, _ dispatch: inout ChatDispatch) async -> ChatOpening? {
        do throws(InferenceError) {
            let stream = try await transport.stream(sending.exchange, deadlines: sending.deadlines)
            let opening = try await ChatOpening(stream, meter: sending.meter)
            dispatch.accepted()
            return opening
        } catch {
            dispatch.failed(error)
            return nil
        }
    }
}
