import Synchronization

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Every task since the start, in the order of submission.
final class TaskBook: Sendable {
    private struct State {
        var order: [String] = []
        var tasks: [String: TaskRecord] = [:]
        /// When the last queries, lists and cancels of each account were.
        var asked: [String: [Date]] = [:]
    }

    /// Queries, lists and cancels that an account may send in a second, each kind for itself.
    static let perSecond = 20
    /// The shortest wait before a task starts, in real seconds.
    private static let queueing = 2.0

    private let state = Mutex(State())

    var all: [TaskRecord] {
        state.withLock { state in state.order.compactMap { state.tasks[$0] } }
    }

    func task(_ id: String) -> TaskRecord? { state.withLock { $0.tasks[id] } }

    /// Takes a task in; it waits while as many of its model run for that account as may.
    func submit(
        card: MediaCard, context: CallContext, service: String, now: Date, speed: Double, id: String,
        outcome: TaskRecord.Outcome
    ) {
        let account = context.endpoint.keyRing
        let seconds = if case .failed = outcome { card.seconds / 4 } else { card.seconds }
        state.withLock { state in
            let ends = state.order.compactMap { state.tasks[$0] }
                .filter { $0.account == account && $0.model == card.id && $0.canceled == nil && $0.ended > now }
                .map(\.ended).sorted(by: >)
            var start = now.addingTimeInterval(Self.queueing / speed)
            if ends.count >= card.running { start = max(start, ends[card.running - 1]) }
            let isStuck = if case .stuck = outcome { true } else { false }
            let ended = start.addingTimeInterval(isStuck ? TaskRecord.lifetime : seconds / speed)
            state.order.append(id)
            state.tasks[id] = TaskRecord(
                id: id, account: account, endpoint: context.endpoint, model: card.id, service: service,
                requestID: context.requestID, submitted: now, scheduled: start, ended: ended, outcome: outcome)
        }
    }

    /// Returns whether the task was still waiting.
    func cancel(_ id: String, account: String, at now: Date) -> Bool {
        state.withLock { state in
            guard let task = state.tasks[id], task.account == account, task.state(at: now) == .pending else {
                return false
            }
            state.tasks[id]?.canceled = now
            return true
        }
    }

    /// Makes the service forget a task, or all of them, as it does after a day.
    func forget(_ id: String?) {
        state.withLock { state in
            for known in id.map({ [$0] }) ?? state.order { state.tasks[known]?.isForgotten = true }
        }
    }

    /// Returns whether the account may ask once more in this second.
    func mayAsk(_ kind: String, account: String) -> Bool {
        let now = Date()
        let key = "\(kind):\(account)"
        return state.withLock { state in
            let recent = (state.asked[key] ?? []).filter { now.timeIntervalSince($0) < 1 }
            guard recent.count < Self.perSecond else { return false }
            state.asked[key] = recent + [now]
            return true
        }
    }

    func clear() { state.withLock { $0 = State() } }
}
