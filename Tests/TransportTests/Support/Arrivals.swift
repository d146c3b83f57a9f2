import Synchronization

/// Counts events on one side and lets a test wait for the next one.
final class Arrivals: Sendable {
    private struct State {
        var count = 0
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func signal() {
        let waiter = state.withLock { state in
            if state.waiter == nil { state.count += 1 }
            return state.waiter.take()
        }
        waiter?.resume()
    }

    func next() async {
        await withCheckedContinuation { continuation in
            let isReady = state.withLock { state in
                guard state.count > 0 else {
                    state.waiter = continuation
                    return false
                }
                state.count -= 1
                return true
            }
            if isReady { continuation.resume() }
        }
    }
}
