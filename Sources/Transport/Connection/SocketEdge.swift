import NIOCore

/// The handler next to the socket of a connection that speaks TLS. Closing through its context skips TLS above it, which would wait
/// for the peer.
final class SocketEdge: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    static let name = "socket"

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
