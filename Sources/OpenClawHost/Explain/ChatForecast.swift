package import Inference

/// What would become of a request if it were sent now.
package struct ChatForecast: Sendable {
    /// The ways in which it may be answered, in order of preference.
    package var ways: [Way]
    /// The request that goes out first, or the error with which the run ends before anything is sent.
    package var outcome: Result<Outgoing, InferenceError>

    /// One model with one credential.
    package struct Way: Sendable {
        package var selection: ModelSelection
        /// `nil` when there is none to the model.
        package var route: ChatRoute?
        package var standing: Standing
        /// The time in which it is left alone, if it is running.
        package var rest: CredentialRest?
    }

    /// What becomes of a way.
    package enum Standing: Sendable {
        /// It is asked first.
        case first
        /// It is asked when those before it fail.
        case next
        /// It is left alone for a while.
        case resting
        /// It cannot be asked at all.
        case impossible(InferenceError)
    }

    /// A request as it leaves the machine.
    package struct Outgoing: Sendable {
        package var route: ChatRoute
        /// The request with all adjustments.
        package var exchange: ChatExchange
        /// The request before the codec shaped it, from what was asked for to what the codec was given.
        package var stages: RequestStages
        package var deadlines: Deadlines
    }
}

extension ChatDispatcher {
    /// What would become of a request now, by the code that sends requests. Nothing is sent and nothing is written down.
    package func forecast(
        _ request: ChatRequest, on candidates: [ModelSelection], conversation: String? = nil
    ) -> ChatForecast {
        var dispatch = unwritten.dispatch(
            request, on: candidates, conversation: conversation, callID: "", delivery: .events)
        let outcome = dispatch.firstRequest(request)
        return ChatForecast(ways: dispatch.ways(outcome), outcome: outcome)
    }
}

extension ChatDispatch {
    /// The first request that would go out; waiting is passed over.
    fileprivate mutating func firstRequest(_ request: ChatRequest) -> Result<ChatForecast.Outgoing, InferenceError> {
        while true {
            switch next() {
            case .wait: continue
            case .giveUp(let failure): return .failure(failure.error)
            case .send(let sending):
                return .success(
                    ChatForecast.Outgoing(
                        route: sending.route, exchange: sending.exchange,
                        stages: RequestStages(request, sending.prepared, for: sending.route),
                        deadlines: sending.deadlines))
            }
        }
    }

    fileprivate func ways(_ outcome: Result<ChatForecast.Outgoing, InferenceError>) -> [ChatForecast.Way] {
        let chosen = try? outcome.get().route
        return pursuit.lineup.entries.map { entry in
            let route = try? entry.route.get()
            let rest = pursuit.rest(of: entry.target)
            let standing: ChatForecast.Standing
            if case .failure(let error) = entry.route {
                standing = .impossible(error)
            } else if let route, let chosen, route.isSameWay(as: chosen) {
                standing = .first
            } else if let failed = attempts.first(where: { route?.isTried(by: $0) == true })?.error {
                standing = .impossible(failed)
            } else {
                standing = rest == nil ? .next : .resting
            }
            return ChatForecast.Way(selection: entry.selection, route: route, standing: standing, rest: rest)
        }
    }
}

extension ChatRoute {
    fileprivate func isSameWay(as other: ChatRoute) -> Bool {
        selection.reference == other.selection.reference && account == other.account
    }

    fileprivate func isTried(by attempt: ChatAttempt) -> Bool {
        selection.reference == attempt.reference && endpoint.id == attempt.endpoint
            && account.credential.source.label == attempt.credential
    }
}
