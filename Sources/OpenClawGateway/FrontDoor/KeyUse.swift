import Synchronization

/// How many requests of each virtual key are open.
final class KeyUse: Sendable {
    private let open = Mutex<[String: Int]>([:])

    /// One more request, unless there are as many as may be.
    func begin(_ key: String, limit: Int) -> Bool {
        open.withLock { open in
            let count = open[key] ?? 0
            guard count < limit else { return false }
            open[key] = count + 1
            return true
        }
    }

    func end(_ key: String) {
        open.withLock { open in
            let rest = (open[key] ?? 0) - 1
            open[key] = rest > 0 ? rest : nil
        }
    }
}
