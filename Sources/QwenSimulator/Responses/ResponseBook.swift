import Synchronization

/// The conversations that `previous_response_id` continues, the newest ones only.
final class ResponseBook: Sendable {
    private struct Kept {
        let owner: String
        let messages: [JSON]
    }

    private struct State {
        var order: [String] = []
        var kept: [String: Kept] = [:]
    }

    private static let most = 1000

    private let state = Mutex(State())

    func keep(_ messages: [JSON], as id: String, owner: String) {
        state.withLock { state in
            state.order.append(id)
            state.kept[id] = Kept(owner: owner, messages: messages)
            if state.order.count > Self.most { state.kept[state.order.removeFirst()] = nil }
        }
    }

    /// The messages so far, when this account made that response.
    func messages(_ id: String, owner: String) -> [JSON]? {
        state.withLock { state in
            guard let kept = state.kept[id], kept.owner == owner else { return nil }
            return kept.messages
        }
    }

    func clear() { state.withLock { $0 = State() } }
}
