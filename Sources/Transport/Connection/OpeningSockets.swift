import NIOCore
import Synchronization

/// The sockets of one attempt, so that all of them are closed when it fails.
final class OpeningSockets: Sendable {
    private let channels = Mutex<[any Channel]?>([])

    @Sendable func adopt(_ channel: any Channel) -> Bool {
        channels.withLock { channels in
            channels?.append(channel)
            return channels != nil
        }
    }

    func close() {
        let open = channels.withLock { channels in
            defer { channels = nil }
            return channels ?? []
        }
        for channel in open { channel.eventLoop.execute { SocketEdge.close(channel) } }
    }
}
