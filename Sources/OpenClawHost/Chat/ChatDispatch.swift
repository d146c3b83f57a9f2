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
        case giveUp(ChatFailure)
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
    private var current: Attempt?
    /// Requests that were changed after a refusal, by target.
    private var repaired: [Int: PreparedChat] = [:]

    /// One reference, because the dispatch is handed on while the attempt goes on.
    private final class Attempt: Sendable {
        let index: Int
        let report: ChatAttempt
        let prepared: PreparedChat
        let sending: ChatSending

        init(index: Int, report: ChatAttempt, prepared: PreparedChat, sending: ChatSending) {
            self.index = index
            self.report = report
            self.prepared = prepared
            self.sending = sending
        }
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

    /// The request that is to be sent, as the codec was given it.
    var prepared: PreparedChat? { current?.prepared }

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
        failed(current.sending.exchange.refusal(head, body))
    }

    /// The connection failed, or the answer did before anything of it could be seen.
    package mutating func failed(_ error: InferenceError) {
        guard let attempt = current else { return }
        current = nil
        attempt.sending.meter?.fail(error)
        let repair = attempt.prepared.repaired(for: attempt.sending.route, after: error)
        fail(attempt.report, error, at: attempt.index, route: attempt.sending.route, repair: repair)
    }

    /// The first visible part of the answer is there, or the whole document: from now on nothing fails over.
    ///
    /// - Returns: every model that was asked, the one that answers last.
    @discardableResult
    package mutating func accepted() -> [ChatAttempt] {
        guard let attempt = current else { return attempts }
        current = nil
        pursuit.succeeded(attempt.report, at: attempt.index, takingTurns: takesTurns, cured: attempt.prepared.cured)
        return attempts
    }

    /// The request for a way; `nil` when it cannot be sent there and the pursuit goes on.
    private mutating func prepare(_ index: Int, isProbe: Bool) -> ChatSending? {
        let entry = pursuit.lineup.entries[index]
        var report = ChatAttempt(reference: entry.selection.reference)
        let route: ChatRoute
        switch entry.route {
        case .success(let found): route = found
        case .failure(let error):
            report.error = error
            pursuit.failed(report, error)
            return nil
        }
        report.endpoint = route.endpointID
        report.credential = route.credentialLabel
        let prepared =
            repaired[index] ?? PreparedChat(request, for: route, lessons: pursuit.lessons(for: index))
        do throws(InferenceError) {
            let sending = try sending(prepared, route, isProbe: isProbe)
            current = Attempt(index: index, report: report, prepared: prepared, sending: sending)
            return sending
        } catch {
            fail(report, error, at: index, route: route, repair: prepared.repaired(for: route, after: error))
            return nil
        }
    }

    private func sending(
        _ prepared: PreparedChat, _ route: ChatRoute, isProbe: Bool
    ) throws(InferenceError) -> ChatSending {
        var exchange = try route.bound.exchange(for: prepared.request, callID: callID, delivery: delivery)
        if !prepared.adjustments.isEmpty { exchange.adjustments = prepared.adjustments + exchange.adjustments }
        let deadlines = dispatcher.deadlines(for: route, within: pursuit.remaining(of: dispatcher.deadlines.total))
        let meter = try dispatcher.usage?.begin(
            UsageSubject(route, callID: callID, virtualKey: virtualKey), input: TokenEstimate(of: prepared.request))
        return ChatSending(
            exchange: exchange, route: route, deadlines: deadlines, meter: meter, isProbe: isProbe,
            attempt: pursuit.attempts.count + 1)
    }

    private mutating func fail(
        _ report: ChatAttempt, _ error: InferenceError, at index: Int, route: ChatRoute, repair: PreparedChat?
    ) {
        var report = report
        let explained = error.explained(for: route, plans: dispatcher.plans)
        report.error = explained
        let canRepair = repair != nil && repaired[index] == nil
        if canRepair { repaired[index] = repair }
        pursuit.failed(report, explained, canRepair: canRepair)
    }
}
