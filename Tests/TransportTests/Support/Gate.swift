import Synchronization

/// Holds work back until it was asked for a number of times.
final class Gate: Sendable {
    private struct State {
        var missing: Int
        var waiting: [@Sendable () -> Void] = []
    }

    private let state: Mutex<State>

    init(count: Int) {
        state = Mutex(State(missing: count))
    }

    func pass(_ work: @escaping @Sendable () -> Void) {
        let ready = state.withLock { state -> [@Sendable () -> Void] in
            state.missing -= 1
            state.waiting.append(work)
            guard state.missing <= 0 else { return [] }
            defer { state.waiting = [] }
            return state.waiting
        }
        for work in ready { work() }
    }
}
