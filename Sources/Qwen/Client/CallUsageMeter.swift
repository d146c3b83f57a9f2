import Inference
import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Takes the measure of one request and reports it once, however it ends.
final class CallUsageMeter: ChatAnswerObserver {
    private struct State {
        var requestID: String?
        var usage: Usage?
        var firstToken: Duration?
        var isThinking = false
        var isReported = false
    }

    /// Failures after which nobody can say whether the service has worked.
    private static let maybeBilled: Set<InferenceError.Code> = [.deadlineExceeded, .truncated, .malformedResponse]

    private let model: ModelID
    private let endpoint: Endpoint
    private let plan: Plan?
    private let price: Price?
    private let report: @Sendable (CallUsage) -> Void
    private let time = Date.now.timeIntervalSince1970
    private let start = ContinuousClock.now
    private let state = Mutex(State())

    init(
        _ model: ModelDescriptor, on endpoint: Endpoint, of manifest: ProviderManifest,
        report: @escaping @Sendable (CallUsage) -> Void
    ) {
        self.model = model.id
        self.endpoint = endpoint
        plan = manifest.plan(endpoint.plan)
        price = model.price(on: endpoint)
        self.report = report
    }

    deinit { close(.abandoned) }

    func observe(_ event: ChatEvent) {
        let now = ContinuousClock.now
        state.withLock { state in
            switch event {
            case .started(let start): state.requestID = start.requestID ?? state.requestID
            case .usage(let usage):
                state.usage = usage
                if (usage.reasoning ?? 0) > 0 { state.isThinking = true }
            case .text, .toolCallDelta: state.firstToken = state.firstToken ?? (now - start)
            case .reasoning:
                state.isThinking = true
                state.firstToken = state.firstToken ?? (now - start)
            case .finished, .toolCall, .adjustment, .unknown: break
            }
        }
    }

    func end(_ error: InferenceError?) {
        if let id = error?.requestID { state.withLock { $0.requestID = $0.requestID ?? id } }
        close(error.map { .failed($0.code) } ?? .completed)
    }

    private func close(_ outcome: CallUsage.Outcome) {
        let closed = state.withLock { state -> State? in
            defer { state.isReported = true }
            return state.isReported ? nil : state
        }
        guard let closed else { return }
        report(
            CallUsage(
                time: time, model: model, endpoint: endpoint.id, requestID: closed.requestID, usage: closed.usage,
                firstToken: closed.firstToken, total: ContinuousClock.now - start, outcome: outcome,
                cost: cost(closed, outcome)))
    }

    private func cost(_ state: State, _ outcome: CallUsage.Outcome) -> CallUsage.Cost {
        let isAccepted = state.firstToken != nil || state.usage != nil
        if !isAccepted, case .failed(let code) = outcome, !Self.maybeBilled.contains(code) { return .nothing }
        if plan?.isSubscription == true { return .included }
        guard let usage = state.usage, let price, let amount = price.cost(of: usage, thinking: state.isThinking) else {
            return .unknown
        }
        return .amount(amount, currency: price.currency)
    }
}
