import OpenClawHost
import Synchronization

/// Whose tasks and files are whose: which account of a service holds them, and which client of the gateway made them. Held in
/// memory, the youngest so many.
final class NativeHoldings: Sendable {
    struct Holding: Sendable {
        var owner: NativeOwner
        /// The gateway's key that made it; `nil` for the gateway's own token.
        var virtualKey: String?
    }

    private struct State {
        var known: [String: Holding] = [:]
        /// A ring of the names, the oldest at `next` once it is full.
        var order: [String] = []
        var next = 0
    }

    private let state = Mutex(State())
    private let limit: Int

    /// - Parameter limit: more than services remember of one account in their day.
    init(limit: Int = 20_000) { self.limit = limit }

    func note(_ name: String, _ holding: Holding) {
        state.withLock { state in
            guard state.known.updateValue(holding, forKey: name) == nil else { return }
            guard state.order.count >= limit else { return state.order.append(name) }
            state.known[state.order[state.next]] = nil
            state.order[state.next] = name
            state.next = (state.next + 1) % limit
        }
    }

    subscript(name: String) -> Holding? { state.withLock { $0.known[name] } }
}
