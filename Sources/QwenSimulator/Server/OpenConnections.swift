import NIOCore
import Synchronization

/// The connections that a server still serves. Closing ends and awaits every one, so that none outlives the event loops.
final class OpenConnections: Sendable {
    private struct Served {
        var channel: any Channel
        var task: Task<Void, Never>?
    }

    private struct Open {
        var lastID = 0
        var served: [Int: Served] = [:]
    }

    private let open = Mutex(Open())

    /// Runs `body` for as long as the connection lives.
    func serve(_ channel: any Channel, _ body: @escaping @Sendable () async throws -> Void) {
        open.withLock { open in
            open.lastID += 1
            let id = open.lastID
            open.served[id] = Served(channel: channel)
            open.served[id]?.task = Task {  // reason: a connection arrives in a callback; closeAll() awaits it
                try? await body()
                self.open.withLock { _ = $0.served.removeValue(forKey: id) }
            }
        }
    }

    /// Closes every connection and waits until none is served any more.
    func closeAll() async {
        let served = open.withLock { Array($0.served.values) }
        for connection in served {
            connection.task?.cancel()
            connection.channel.close(promise: nil)
        }
        for connection in served { await connection.task?.value }
    }
}
