import NIOCore

/// The handler next to the socket of a connection that speaks TLS. What is written goes to the socket itself where that takes it;
/// closing through its context skips TLS above it, which would wait for the peer.
final class SocketEdge: ChannelDuplexHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer

    static let name = "socket"

    private var socket: DirectSocket?
    /// Written and not flushed yet, when it is all that there is to write.
    private var held: ByteBuffer?
    /// Writes that the channel has not finished.
    private var behind = 0

    func handlerAdded(context: ChannelHandlerContext) { socket = DirectSocket(context.channel) }

    func handlerRemoved(context: ChannelHandlerContext) { socket = nil }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        if promise == nil, held == nil, behind == 0, socket != nil {
            held = unwrapOutboundIn(data)
            return
        }
        hand(held.take(), to: context)
        hand(unwrapOutboundIn(data), to: context, promise)
    }

    func flush(context: ChannelHandlerContext) {
        guard var buffer = held.take() else { return context.flush() }
        guard let socket, !socket.take(&buffer) else { return }
        hand(buffer, to: context)
        context.flush()
    }

    /// Writes through the channel. Everything that follows waits for it.
    private func hand(
        _ buffer: ByteBuffer?, to context: ChannelHandlerContext, _ promise: EventLoopPromise<Void>? = nil
    ) {
        guard let buffer else { return }
        behind += 1
        let written = promise ?? context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenComplete { [self] _ in behind -= 1 }
        context.write(NIOAny(buffer), promise: written)
    }

    // MARK: Closing

    static func close(_ channel: any Channel) {
        guard let edge = edge(of: channel) else { return channel.close(promise: nil) }
        edge.close(promise: nil)
    }

    /// The same for a handler of the channel, which may be one that hears of closing.
    static func close(from context: ChannelHandlerContext) {
        (edge(of: context.channel) ?? context).close(promise: nil)
    }

    private static func edge(of channel: any Channel) -> ChannelHandlerContext? {
        try? channel.pipeline.syncOperations.context(name: name)
    }
}
