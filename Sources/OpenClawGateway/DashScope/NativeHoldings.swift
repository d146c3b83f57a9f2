package import Inference
import NIOCore
import NIOPosix
package import OpenClawHost
import Synchronization

/// Whose tasks and files are whose: which account of a service holds them, and which client of the gateway made them. Read from
/// the store once, because only one gateway writes there; the youngest so many are known.
package final class NativeHoldings: Sendable {
    private struct State {
        var known: [String: NativeHolding] = [:]
        /// A ring of the names, the oldest at `next` once it is full.
        var order: [String] = []
        var next = 0
    }

    private let state = Mutex(State())
    private let store: (any NativeHoldingStore)?
    private let limit: Int

    /// - Parameters:
    ///   - store: `nil` forgets them with the process.
    ///   - now: seconds since 1970.
    ///   - limit: more than services remember of one account in their day.
    /// - Throws: when the store cannot be read: without it everybody would be a stranger.
    package init(
        _ store: (any NativeHoldingStore)? = nil, now: Double = 0, limit: Int = 20_000
    ) throws(InferenceError) {
        self.store = store
        self.limit = limit
        for holding in try store?.holdings(limit: limit, now: now) ?? [] { note(holding) }
    }

    /// Notes who made something, and keeps it; what cannot be kept is known until the end of the process.
    func keep(_ holdings: [NativeHolding], on loop: any EventLoop) -> EventLoopFuture<Void> {
        for holding in holdings { note(holding) }
        guard let store, !holdings.isEmpty else { return loop.makeSucceededVoidFuture() }
        return NIOThreadPool.singleton.runIfActive(eventLoop: loop) { try? store.keep(holdings) }
    }

    /// The cost of something is in the ledger now.
    ///
    /// - Returns: it as it was, when its cost was not known yet.
    func settle(_ name: String) -> NativeHolding? {
        let before = state.withLock { state -> NativeHolding? in
            guard let holding = state.known[name], holding.bill != nil else { return nil }
            state.known[name]?.bill = nil
            return holding
        }
        guard var settled = before, let store else { return before }
        settled.bill = nil
        NIOThreadPool.singleton.submit { [settled] _ in try? store.keep([settled]) }
        return before
    }

    subscript(name: String) -> NativeHolding? { state.withLock { $0.known[name] } }

    private func note(_ holding: NativeHolding) {
        state.withLock { state in
            guard state.known.updateValue(holding, forKey: holding.name) == nil else { return }
            guard state.order.count >= limit else { return state.order.append(holding.name) }
            state.known[state.order[state.next]] = nil
            state.order[state.next] = holding.name
            state.next = (state.next + 1) % limit
        }
    }
}
