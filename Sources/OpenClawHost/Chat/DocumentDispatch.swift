package import HTTPTypes
package import Inference

/// One call that is answered with one document, on its way through candidates, credentials, rests and budgets: what
/// `ChatDispatch` is for chat. A value that never waits.
package struct DocumentDispatch<Answer: Sendable>: Sendable {
    /// What to do next.
    package enum Step: Sendable {
        case send(DocumentSending<Answer>)
        /// Let so much time pass, and ask for the next step.
        case wait(Duration)
        indirect case giveUp(ChatFailure)
    }

    /// What is asked for, and how.
    struct Call: Sendable {
        var capability: Capability
        var candidates: [ModelSelection]
        var callID: String
        var virtualKey: String?
        var input: TokenEstimate
        var exchange: @Sendable (ModelRoute, CallContext) throws(InferenceError) -> DocumentExchange<Answer>
        /// What the answer spent.
        var usage: @Sendable (Answer) -> Usage?
        /// Whether it belongs into the books.
        var isCounted = true
    }

    private let call: Call
    private let dispatcher: ChatDispatcher
    private var pursuit: Pursuit<ModelRoute>
    private var current: (index: Int, sending: DocumentSending<Answer>)?

    init(_ call: Call, pursuit: Pursuit<ModelRoute>, dispatcher: ChatDispatcher) {
        self.call = call
        self.pursuit = pursuit
        self.dispatcher = dispatcher
    }

    /// Every model that was asked so far, in order; once there is an answer, the last one gave it.
    package var attempts: [ChatAttempt] { pursuit.attempts }

    /// The failures that were not told of yet, each once.
    package mutating func takeNews() -> [ChatAttempt] { pursuit.takeNews() }

    /// The next step. After `.wait`, the time has passed.
    package mutating func next() -> Step {
        while true {
            switch pursuit.next() {
            case .giveUp(let summary):
                return .giveUp(
                    dispatcher.explained(pursuit.failure(summary), call.candidates, for: call.capability))
            case .wait(let end): return .wait(pursuit.pause(until: end))
            case .attempt(let index, _):
                guard pursuit.claim(index), let sending = prepare(index) else { continue }
                return .send(sending)
            }
        }
    }

    /// The service has answered. `nil` when that was a refusal, or nothing that can be read; then ask for the next step.
    package mutating func received(_ head: HTTPResponse, _ body: [UInt8]) -> Answer? {
        guard let current else { return nil }
        do throws(InferenceError) {
            let answer = try current.sending.exchange.answer(head, body)
            accepted(answer)
            return answer
        } catch {
            failed(error)
            return nil
        }
    }

    /// The answer was read by whoever carried the request.
    package mutating func accepted(_ answer: Answer) {
        guard let (index, sending) = current else { return }
        current = nil
        if let usage = call.usage(answer) { try? sending.meter?.observe(.usage(usage)) }
        sending.meter?.finish()
        pursuit.succeeded(at: index, takingTurns: true)
    }

    /// The connection failed, or the service refused.
    package mutating func failed(_ error: InferenceError) {
        guard let (index, sending) = current else { return }
        current = nil
        sending.meter?.fail(error)
        fail(error, at: index, sending.route)
    }

    private mutating func prepare(_ index: Int) -> DocumentSending<Answer>? {
        let route: ModelRoute
        switch pursuit.lineup.entries[index].route {
        case .success(let found): route = found
        case .failure(let error):
            pursuit.failed(at: index, error)
            return nil
        }
        do throws(InferenceError) {
            let input = call.input
            let exchange = try call.exchange(route, dispatcher.context(for: route, callID: call.callID))
            let books = call.isCounted ? dispatcher.usage : nil
            let meter = try books?.begin(
                UsageSubject(route, callID: call.callID, virtualKey: call.virtualKey), input: input)
            let total = pursuit.remaining(of: dispatcher.deadlines.total)
            let sending = DocumentSending(
                exchange: exchange, route: route, deadlines: dispatcher.deadlines(for: route, within: total),
                meter: meter)
            current = (index, sending)
            return sending
        } catch {
            fail(error, at: index, route)
            return nil
        }
    }

    private mutating func fail(_ error: InferenceError, at index: Int, _ route: ModelRoute) {
        let explained = error.explained(for: route, plans: dispatcher.plans, capability: call.capability)
        pursuit.failed(at: index, explained)
    }
}
