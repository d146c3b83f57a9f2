import Synchronization

/// The owner's wish that the gateway ends, as something that a task can wait for.
final class GatewayEnding: Sendable {
    private struct State {
        var isAsked = false
        var drains = true
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    /// Whether open requests are waited for.
    var drains: Bool { state.withLock { $0.drains } }

    func ask(draining: Bool) {
        let waiter = state.withLock { state in
            state.isAsked = true
            state.drains = draining
            defer { state.waiter = nil }
            return state.waiter
        }
        waiter?.resume()
    }

    /// Returns when it was asked for, or when the waiting task is cancelled.
    func wait() async {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                let isAsked = state.withLock { state in
                    if !state.isAsked { state.waiter = continuation }
                    return state.isAsked
                }
                if isAsked { continuation.resume() }
            }
        } onCancel: {
            let waiter = state.withLock { state in
                state.isAsked = true
                defer { state.waiter = nil }
                return state.waiter
            }
            waiter?.resume()
        }
    }
}
