import NIOCore
import Synchronization

/// Tells when a peer took no more bytes.
final class BlockedWriter: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private struct State {
        var isBlocked = false
        var waiter: CheckedContinuation<Void, Never>?
    }

    private let state = Mutex(State())

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        guard !context.channel.isWritable else { return }
        let waiter = state.withLock { state in
            state.isBlocked = true
            return state.waiter.take()
        }
        waiter?.resume()
    }

    func waitUntilBlocked() async {
        await withCheckedContinuation { continuation in
            let isBlocked = state.withLock { state in
                if !state.isBlocked { state.waiter = continuation }
                return state.isBlocked
            }
            if isBlocked { continuation.resume() }
        }
    }
}
