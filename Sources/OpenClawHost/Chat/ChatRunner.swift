package import Inference
package import Logging

/// Carries chat requests: finds endpoint and credential, lets the codec shape the exchange, and tries the next model when
/// one fails before it answered.
package struct ChatRunner: Sendable {
    private let accounts: Accounts
    private let transport: any HTTPTransport
    private let userAgent: String
    private let deadlines: Deadlines
    private let logger: Logger
    private let makeCallID: @Sendable () -> String
    private let learn: @Sendable (Secret) -> Void
    private let usage: UsageRecorder?

    /// - Parameters:
    ///   - learn: hears of every credential before it is used, so that no output ever shows it.
    ///   - usage: keeps the books; `nil` keeps none.
    package init(
        accounts: Accounts, transport: any HTTPTransport, userAgent: String, deadlines: Deadlines = Deadlines(),
        logger: Logger, makeCallID: @escaping @Sendable () -> String, learn: @escaping @Sendable (Secret) -> Void,
        usage: UsageRecorder? = nil
    ) {
        self.accounts = accounts
        self.transport = transport
        self.userAgent = userAgent
        self.deadlines = deadlines
        self.logger = logger
        self.makeCallID = makeCallID
        self.learn = learn
        self.usage = usage
    }

    /// Where a model's requests go, with the credential.
    ///
    /// - Throws: `.unauthenticated` without a credential, `.unsupported` when the endpoint serves no chat.
    package func route(_ selection: ModelSelection) throws(InferenceError) -> ChatRoute {
        let account = try accounts.route(
            to: selection.reference.provider, profile: selection.reference.profile, for: .chat)
        learn(account.credential.secret)
        guard let codec = selection.entry.provider.chat else {
            throw InferenceError(
                .unsupported, "provider \"\(selection.reference.provider)\" has no chat models",
                hint: "openclaw infer model providers")
        }
        return ChatRoute(selection: selection, account: account, codec: codec)
    }

    /// Sends a request to the first model that takes it.
    ///
    /// - Parameters:
    ///   - candidates: the model to ask, then those to ask when it fails; at least one.
    ///   - observe: hears of every request before it goes out, and of every model that failed.
    /// - Throws: `ChatFailure` when no model answered, and what `observe` throws.
    package func start(
        _ request: ChatRequest, on candidates: [ModelSelection], observe: (ChatObservation) async throws -> Void
    ) async throws -> ChatRun {
        var attempts: [ChatAttempt] = []
        for (index, selection) in candidates.enumerated() {
            var attempt = ChatAttempt(reference: selection.reference)
            do {
                let route = try route(selection)
                attempt.endpoint = route.endpoint.id
                try await observe(.asking(route))
                return try await ask(request, route, after: attempts)
            } catch let error as InferenceError {
                attempt.error = error
                attempts.append(attempt)
                guard index < candidates.count - 1, error.letsAnotherModelTry else {
                    throw ChatFailure(error: error, attempts: attempts)
                }
                try await observe(.fellBack(attempt))
            }
        }
        throw ChatFailure(error: InferenceError(.invalidConfiguration, "no model was named"), attempts: attempts)
    }

    private func ask(
        _ request: ChatRequest, _ route: ChatRoute, after attempts: [ChatAttempt]
    ) async throws(InferenceError) -> ChatRun {
        var request = request
        request.model = route.selection.reference.model
        ModelParameters(route.selection.parameters).apply(to: &request)
        let attempt = ChatAttempt(reference: route.selection.reference, endpoint: route.endpoint.id)
        do throws(InferenceError) {
            let opening = try await sendRepairing(request, route)
            return ChatRun(route: route, attempts: attempts + [attempt], opening: opening)
        } catch {
            throw error.explained(for: route, plans: accounts.manifests.flatMap(\.plans))
        }
    }

    /// Sends a request, and once more when the codec knows how to repair what the service complained about.
    private func sendRepairing(_ request: ChatRequest, _ route: ChatRoute) async throws(InferenceError) -> ChatOpening {
        do throws(InferenceError) {
            return try await send(request, route, after: [])
        } catch {
            let model = route.selection.descriptor
            guard let repair = route.codec.repaired(request, model: model, after: error) else { throw error }
            return try await send(repair.request, route, after: [repair.adjustment])
        }
    }

    private func send(
        _ request: ChatRequest, _ route: ChatRoute, after adjustments: [Adjustment]
    ) async throws(InferenceError) -> ChatOpening {
        let context = CallContext(
            credential: route.account.credential.secret, endpoint: route.endpoint, userAgent: userAgent,
            callID: makeCallID(), logger: logger)
        let exchange = try route.codec.exchange(for: request, model: route.selection.descriptor, context: context)
        let subject = UsageSubject(route, callID: context.callID)
        let meter = try usage?.begin(subject, input: TokenEstimate(of: request))
        do throws(InferenceError) {
            let stream = try await transport.stream(exchange, deadlines: deadlines(for: route))
            return try await ChatOpening(stream, after: adjustments, meter: meter)
        } catch {
            meter?.fail(error)
            throw error
        }
    }

    /// The deadlines of this run, with the user's `timeoutSeconds` for the provider where nothing stricter was asked for.
    private func deadlines(for route: ChatRoute) -> Deadlines {
        var deadlines = deadlines
        let seconds = route.account.account.settings?["timeoutSeconds"]?.double ?? 0
        if deadlines.total == nil, seconds > 0 { deadlines.total = .seconds(seconds) }
        return deadlines
    }
}
