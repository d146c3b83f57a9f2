import NIOCore
import Transport

/// The writing end of one connection. What is written in a turn of the event loop becomes one buffer. Where nothing stands between
/// (TLS does), the buffer goes to the socket itself, which takes a usual answer whole: the way through the channel would cost as much
/// as reading the request. What the socket does not take at once is the channel's, and so is all that follows until it has left.
final class SocketOutlet {
    private let context: ChannelHandlerContext
    private let channel: any Channel
    private let turn: LoopTurn
    /// The socket, when its bytes are those that are written here.
    private let socket: DirectSocket?
    private var state = State()

    private struct State {
        var pending: ByteBuffer?
        /// Whether the turn will flush it.
        var isWaiting = false
        /// Buffers that the channel has not written yet.
        var behind = 0

        mutating func wait() -> Bool {
            defer { isWaiting = true }
            return !isWaiting
        }

        mutating func write(_ buffer: inout ByteBuffer) {
            if pending == nil { pending = buffer } else { pending?.writeBuffer(&buffer) }
        }

        /// What is to be written now, and whether it may go past the channel.
        mutating func begin() -> (buffer: ByteBuffer?, isFirst: Bool) {
            isWaiting = false
            return (pending.take(), behind == 0)
        }
    }

    /// - Parameter isPlain: whether what is written here is what the socket is to carry.
    init(_ context: ChannelHandlerContext, turn: LoopTurn, isPlain: Bool) {
        self.context = context
        self.turn = turn
        channel = context.channel
        socket = isPlain ? DirectSocket(context.channel) : nil
    }

    /// Whether the socket is open. Its number belongs to somebody else as soon as it is not.
    var isOpen: Bool { channel.isActive }

    /// Whether the other side reads what is written.
    var isWritable: Bool { channel.isWritable }

    /// A buffer with room for so many bytes, to be given back to ``write(_:)``. It may hold what was written before in this turn.
    func take(_ size: Int) -> ByteBuffer {
        guard var begun = state.pending.take() else { return turn.buffers.take(size) }
        begun.reserveCapacity(minimumWritableBytes: size)
        return begun
    }

    /// Writes everything that is in a buffer when it is flushed.
    func write(_ buffer: consuming ByteBuffer) { state.write(&buffer) }

    /// - Returns: whether it has to be told of the end of the turn.
    func wait() -> Bool { state.wait() }

    /// Sends what was written.
    func flush() {
        let (pending, isFirst) = state.begin()
        guard var buffer = pending, isOpen else { return }
        if let socket {
            if isFirst, socket.take(&buffer) { return turn.buffers.give(buffer) }
            state.behind += 1
            let promise = context.eventLoop.makePromise(of: Void.self)
            promise.futureResult.assumeIsolated().whenComplete { [self] _ in state.behind -= 1 }
            context.writeAndFlush(NIOAny(buffer), promise: promise)
        } else {
            context.writeAndFlush(NIOAny(buffer), promise: nil)
        }
        turn.buffers.give(buffer)
    }

    /// Sends what was written, and does something when it has left.
    func flush(then body: @escaping () -> Void) {
        flush()
        guard socket == nil || state.behind > 0 else { return body() }
        let promise = context.eventLoop.makePromise(of: Void.self)
        promise.futureResult.assumeIsolated().whenComplete { _ in body() }
        context.writeAndFlush(NIOAny(ByteBuffer()), promise: promise)
    }
}
