package import Inference

/// Carries calls that are answered with one document over a transport: the driver of dispatches for whoever may wait.
package struct DocumentRunner: Sendable {
    private let dispatcher: ChatDispatcher
    private let transport: any HTTPTransport
    private let makeCallID: @Sendable () -> String

    package init(
        dispatcher: ChatDispatcher, transport: any HTTPTransport, makeCallID: @escaping @Sendable () -> String
    ) {
        self.dispatcher = dispatcher
        self.transport = transport
        self.makeCallID = makeCallID
    }

    /// An answer, and who gave it.
    package struct Outcome<Answer: Sendable>: Sendable {
        package var answer: Answer
        package var route: ModelRoute
        package var attempts: [ChatAttempt]
        package var adjustments: [Adjustment]

        fileprivate func followed(by next: Outcome) -> Outcome {
            var outcome = next
            outcome.attempts = attempts + next.attempts
            outcome.adjustments = adjustments + next.adjustments.filter { !adjustments.contains($0) }
            return outcome
        }
    }

    /// Turns texts into vectors, as many at once as the model takes, in their order.
    ///
    /// - Parameter observe: hears of every attempt that failed and was followed by another, and of pauses.
    /// - Throws: `ChatFailure` when no model answered.
    package func embed(
        _ request: EmbeddingRequest, on candidates: [ModelSelection], observe: (ChatObservation) -> Void = { _ in }
    ) async throws -> Outcome<EmbeddingResponse> {
        var candidates = candidates
        var outcome: Outcome<EmbeddingResponse>?
        var answers: [EmbeddingResponse] = []
        var batches = request.batches(for: Self.smallest(candidates) { $0.embedding?.batch })[...]
        while let batch = batches.popFirst() {
            let next = try await run(
                dispatcher.embed(batch, on: candidates, callID: makeCallID()), observe: observe)
            answers.append(next.answer)
            // Vectors of several models cannot be compared.
            candidates = [next.route.selection]
            outcome = outcome?.followed(by: next) ?? next
        }
        guard var outcome else { throw InferenceError(.invalidRequest, "expected at least one text") }
        outcome.answer = EmbeddingResponse(merging: answers)
        return outcome
    }

    /// Ranks documents.
    ///
    /// - Throws: `ChatFailure` when no model answered.
    package func rank(
        _ request: RerankRequest, on candidates: [ModelSelection], observe: (ChatObservation) -> Void = { _ in }
    ) async throws -> Outcome<RerankResponse> {
        var candidates = candidates
        var outcome: Outcome<RerankResponse>?
        var answers: [RerankResponse] = []
        let batches = request.batches(for: Self.smallest(candidates) { $0.rerank?.documents })
        for batch in batches {
            let next = try await run(dispatcher.rank(batch, on: candidates, callID: makeCallID()), observe: observe)
            answers.append(next.answer)
            candidates = [next.route.selection]
            outcome = outcome?.followed(by: next) ?? next
        }
        guard var outcome else { throw InferenceError(.invalidRequest, "expected at least one document") }
        outcome.answer = RerankResponse(merging: answers, of: batches)
        return outcome
    }

    /// The candidate that takes the least at once, so that any of them can answer.
    private static func smallest(_ candidates: [ModelSelection], _ size: (ModelDescriptor) -> Int?) -> ModelDescriptor {
        let models = candidates.map(\.descriptor)
        return models.min { size($0) ?? .max < size($1) ?? .max } ?? ModelDescriptor(id: "", name: "")
    }

    private func run<Answer>(
        _ dispatch: DocumentDispatch<Answer>, observe: (ChatObservation) -> Void
    ) async throws -> Outcome<Answer> {
        var dispatch = dispatch
        while true {
            switch dispatch.next() {
            case .giveUp(let failure): throw failure
            case .wait(let pause):
                for failed in dispatch.takeNews() { observe(.fellBack(failed)) }
                observe(.waiting(pause))
                try await dispatcher.failover.wait(pause)
            case .send(let sending):
                for failed in dispatch.takeNews() { observe(.fellBack(failed)) }
                do throws(InferenceError) {
                    let answer = try await transport.respond(to: sending.exchange, deadlines: sending.deadlines)
                    dispatch.accepted(answer)
                    return Outcome(
                        answer: answer, route: sending.route, attempts: dispatch.attempts,
                        adjustments: sending.exchange.adjustments)
                } catch {
                    dispatch.failed(error)
                }
            }
        }
    }
}
