package import HTTPTypes
package import Inference

/// One request on its way through candidates, credentials, repairs, rests and budgets. A value that never waits: whoever
/// drives it, a task or an event loop, sends what it is told to send and tells how that ended.
///
/// ```swift
/// switch dispatch.next() {
/// case .send(let sending): // then refused(_:_:), failed(_:) or accepted(), and next() again after a failure
/// case .wait(let pause): // then next()
/// case .giveUp(let failure): // nobody answered
/// }
/// ```
package struct ChatDispatch: Sendable {
    /// What to do next.
    package enum Step: Sendable {
        case send(ChatSending)
        /// Let so much time pass, and ask for the next step.
        case wait(Duration)
        indirect case giveUp(ChatFailure)
    }

    private let dispatcher: ChatDispatcher
    private let request: ChatRequest
    private let candidates: [ModelSelection]
    private let callID: String
    private let virtualKey: String?
    private let delivery: ChatDelivery
    /// Whether several keys of one provider take turns, so that the use of one has to be noted.
    private let takesTurns: Bool
    private(set) var pursuit: ChatPursuit
    private var current: ChatSending?
    /// Requests that were changed after a refusal, by target. (An empty literal costs more than all that is done with it.)
    private var repaired = [Int: Repaired]()

    private struct Repaired: Sendable {
        var prepared: PreparedChat
        /// The refusal that the change answers to.
        var cured: InferenceError
    }

    init(
        _ request: ChatRequest, on candidates: [ModelSelection], pursuit: ChatPursuit, dispatcher: ChatDispatcher,
        callID: String, virtualKey: String?, delivery: ChatDelivery, takesTurns: Bool
    ) {
        self.request = request
        self.candidates = candidates
        self.pursuit = pursuit
        self.dispatcher = dispatcher
        self.callID = callID
        self.virtualKey = virtualKey
        self.delivery = delivery
        self.takesTurns = takesTurns
    }

    /// Every model that was asked so far, in order; after `accepted` the last one answers.
    package var attempts: [ChatAttempt] { pursuit.attempts }
    package var attemptCount: Int { pursuit.attemptCount }

    /// The failures that were not told of yet, each once.
    package mutating func takeNews() -> [ChatAttempt] { pursuit.takeNews() }

    /// The next step. After `.wait`, the time has passed.
    package mutating func next() -> Step {
        while true {
            switch pursuit.next() {
            case .giveUp(let summary):
                return .giveUp(dispatcher.explained(pursuit.failure(summary), candidates))
            case .wait(let end): return .wait(pursuit.pause(until: end))
            case .attempt(let index, let isProbe):
                guard pursuit.claim(index), let sending = prepare(index, isProbe: isProbe) else { continue }
                return .send(sending)
            }
        }
    }

    /// The service refused the request that was to be sent.
    package mutating func refused(_ head: HTTPResponse, _ body: [UInt8]) {
        guard let current else { return }
        failed(current.exchange.refusal(head, body))
    }

    /// The connection failed, or the answer did before anything of it could be seen.
    package mutating func failed(_ error: InferenceError) {
        guard let sending = current else { return }
        current = nil
        sending.meter?.fail(error)
        fail(error, at: sending.index, sending.route, sending.prepared)
    }

    /// The first visible part of the answer is there, or the whole document: from now on nothing fails over.
    package mutating func accepted() {
        guard let sending = current else { return }
        current = nil
        pursuit.succeeded(
            at: sending.index, takingTurns: takesTurns, cured: repaired.isEmpty ? nil : repaired[sending.index]?.cured)
    }

    /// The request for a way; `nil` when it cannot be sent there and the pursuit goes on.
    private mutating func prepare(_ index: Int, isProbe: Bool) -> ChatSending? {
        let entry = pursuit.lineup.entries[index]
        guard let route = entry.found else {
            if case .failure(let error) = entry.route { pursuit.failed(at: index, error) }
            return nil
        }
        let prepared =
            repaired[index]?.prepared ?? PreparedChat(request, for: route, lessons: pursuit.lessons(for: index))
        do throws(InferenceError) {
            let sending = try sending(prepared, route, at: index, isProbe: isProbe)
            current = sending
            return sending
        } catch {
            fail(error, at: index, route, prepared)
            return nil
        }
    }

    private func sending(
        _ prepared: PreparedChat, _ route: ChatRoute, at index: Int, isProbe: Bool
    ) throws(InferenceError) -> ChatSending {
        try sending(
            prepared, route.bound.exchange(for: prepared.request, callID: callID, delivery: delivery), route, at: index,
            isProbe: isProbe)
    }

    /// An exchange is large: it is handed on, never copied.
    private func sending(
        _ prepared: PreparedChat, _ exchange: consuming ChatExchange, _ route: ChatRoute, at index: Int, isProbe: Bool
    ) throws(InferenceError) -> ChatSending {
        let request = prepared.request
        let deadlines = dispatcher.deadlines(for: route, within: pursuit.remaining(of: dispatcher.deadlines.total))
        let meter = try dispatcher.usage?.begin(
            UsageSubject(route, callID: callID, virtualKey: virtualKey), input: TokenEstimate(of: request))
        return ChatSending(
            prepared, exchange: exchange, route: route, deadlines: deadlines, meter: meter, isProbe: isProbe,
            attempt: pursuit.attemptCount + 1, index: index)
    }

    private mutating func fail(_ error: InferenceError, at index: Int, _ route: ChatRoute, _ prepared: PreparedChat) {
        let repair = repaired[index] == nil ? prepared.repaired(for: route, after: error) : nil
        if let repair { repaired[index] = Repaired(prepared: repair, cured: error) }
        pursuit.failed(at: index, error.explained(for: route, plans: dispatcher.plans), canRepair: repair != nil)
    }
}
