package import Inference
import Synchronization

/// The account of one request: fed with the events of its answer, it is written down when the answer ends, however it ends.
package final class CallMeter: Sendable {
    fileprivate struct State {
        var servedModel: ModelID?
        var requestID: String?
        var usage: Usage?
        var firstToken: Double?
        var output = TokenEstimate()
        var isThinking = false
        var isAccepted = false
        var isComplete = false
        /// The probable size of the request; asked for when the answer begins, because it holds the request until then.
        var input: Input

        enum Input {
            case asked(@Sendable () -> TokenEstimate)
            case known(TokenEstimate)

            var estimate: TokenEstimate {
                switch self {
                case .asked(let estimate): estimate()
                case .known(let estimate): estimate
                }
            }
        }
    }

    private let subject: UsageSubject
    private let recorder: UsageRecorder
    private let budget: BudgetMeter?
    private let start: Double
    private let state: Mutex<State>
    private let isClosed = Atomic(false)

    init(
        subject: UsageSubject, recorder: UsageRecorder, input: @escaping @Sendable () -> TokenEstimate,
        budget: BudgetMeter?
    ) {
        self.subject = subject
        self.recorder = recorder
        state = Mutex(State(input: .asked(input)))
        self.budget = budget
        start = recorder.now()
    }

    /// Nobody waited for the end of the answer.
    deinit { close(nil) }

    /// Hears of one event of the answer.
    ///
    /// - Throws: `.budgetExceeded` when the answer has to be stopped. It is written down then.
    package func observe(_ event: ChatEvent) throws(InferenceError) {
        try update { $0.note(event, recorder.now) }
    }

    /// Hears of everything that one piece of the answer said.
    ///
    /// - Throws: as above.
    package func observe(_ said: ChatDecoderOutput) throws(InferenceError) {
        guard !said.relayed.isEmpty || !said.events.isEmpty else { return }
        // The two alone, so that nothing else is copied.
        let (relayed, events) = (said.relayed, said.events)
        try update { state in
            state.note(relayed, recorder.now)
            state.note(events, recorder.now)
        }
    }

    private func update(_ note: (inout State) -> Void) throws(InferenceError) {
        let passed = state.withLock { state -> InferenceError? in
            note(&state)
            state.letRequestGo()
            guard let budget, state.usage == nil else { return nil }
            do throws(InferenceError) {
                try budget.check(output: state.output.tokens, isThinking: state.isThinking)
                return nil
            } catch {
                return error
            }
        }
        guard let passed else { return }
        fail(passed)
        throw passed
    }

    /// The answer is complete.
    package func finish() { close(.ok) }

    /// The request was refused, or the answer broke off.
    package func fail(_ error: InferenceError) {
        state.withLock { $0.requestID = $0.requestID ?? error.requestID }
        close(UsageOutcome(error))
    }

    /// - Parameter outcome: `nil` when only the events can tell.
    private func close(_ outcome: UsageOutcome?) {
        // Looked at first: mostly the end has been written down when nobody needs the account any more.
        guard !isClosed.load(ordering: .relaxed), !isClosed.exchange(true, ordering: .relaxed) else { return }
        let record = state.withLock { state in
            self.record(of: state, as: outcome ?? (state.isComplete ? .ok : .cancelled), end: recorder.now())
        }
        recorder.record(record, of: subject)
    }

    private func record(of state: State, as outcome: UsageOutcome, end: Double) -> UsageRecord {
        let isEstimated = state.usage == nil && state.isAccepted && outcome != .ok
        let usage = isEstimated ? Usage(input: state.input.estimate.tokens, output: state.output.tokens) : state.usage
        let cost = subject.cost(
            of: usage, isAccepted: state.isAccepted, outcome: outcome, thinking: state.isThinking)
        let milliseconds = { (moment: Double) in max(0, Int(((moment - self.start) * 1000).rounded())) }
        return UsageRecord(
            time: start, callID: subject.callID, requestID: state.requestID, party: recorder.party(of: subject),
            servedModel: state.servedModel, virtualKey: subject.virtualKey, usage: usage, isEstimated: isEstimated,
            isAccepted: state.isAccepted || outcome == .ok, firstToken: state.firstToken.map(milliseconds),
            total: milliseconds(end), outcome: outcome, cost: cost,
            saved: isEstimated ? nil : subject.saved(of: usage, in: cost))
    }
}

extension CallMeter.State {
    fileprivate mutating func note(_ event: ChatEvent, _ now: () -> Double) {
        switch event {
        case .started(let start):
            servedModel = start.model ?? servedModel
            requestID = start.requestID ?? requestID
        case .text(let text):
            output.add(text)
            see(now)
        case .reasoning(let text):
            isThinking = true
            output.add(text)
            see(now)
        case .toolCallDelta(let delta):
            output.add(delta.arguments)
            see(now)
        case .usage(let usage):
            self.usage = usage
            isAccepted = true
            if (usage.reasoning ?? 0) > 0 { isThinking = true }
        case .finished: isComplete = true
        case .toolCall, .adjustment, .unknown: break
        }
    }

    fileprivate mutating func note(_ events: [ChatEvent], _ now: () -> Double) {
        // A span shows each where it is.
        let events = events.span
        for index in events.indices { note(events[index], now) }
    }

    fileprivate mutating func note(_ relayed: RelayedText, _ now: () -> Double) {
        guard !relayed.isEmpty else { return }
        output.add(relayed)
        if relayed.hasReasoning { isThinking = true }
        see(now)
    }

    /// Once the answer has begun, its number is all that is needed of the request; with the service's own count not even that.
    fileprivate mutating func letRequestGo() {
        guard isAccepted, case .asked(let estimate) = input else { return }
        input = .known(usage == nil ? estimate() : TokenEstimate())
    }

    /// Something of the answer is there. What time it is matters the first time only.
    private mutating func see(_ now: () -> Double) {
        firstToken = firstToken ?? now()
        isAccepted = true
    }
}
