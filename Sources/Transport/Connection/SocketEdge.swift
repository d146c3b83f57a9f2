import NIOCore

/// The handler next to the socket. Closing through its context skips TLS above it, which would wait for the peer.
final class SocketEdge: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer

    static let name = "socket"

    static func close(_ channel: any Channel) {
        if let context = try? channel.pipeline.syncOperations.context(name: name) {
            context.close(promise: nil)
        } else {
            channel.close(promise: nil)
        }
    }
}
