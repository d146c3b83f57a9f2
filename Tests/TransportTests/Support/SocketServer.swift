import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import NIOWebSocket
import Synchronization

/// A WebSocket server on a free loopback port whose frames a script answers.
final class SocketServer: Sendable {
    typealias Script = @Sendable (WebSocketFrame, any Channel) -> Void

    let heads = Mutex<[HTTPRequestHead]>([])
    let frames = Mutex<[WebSocketFrame]>([])
    private let listener = Mutex<(any Channel)?>(nil)

    /// - Parameter greet: runs when a socket is open.
    init(
        answering script: @escaping Script = { _, _ in }, greet: @escaping @Sendable (any Channel) -> Void = { _ in }
    ) async throws {
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [self] channel in
                let upgrader = NIOWebSocketServerUpgrader(maxFrameSize: 1 << 24) { channel, head in
                    self.heads.withLock { $0.append(head) }
                    return channel.eventLoop.makeSucceededFuture([:])
                } upgradePipelineHandler: { channel, _ in
                    channel.eventLoop.makeCompletedFuture {
                        try channel.pipeline.syncOperations.addHandler(
                            FrameHandler { frame, channel in
                                self.frames.withLock { $0.append(frame) }
                                script(frame, channel)
                            })
                        channel.eventLoop.execute { greet(channel) }
                    }
                }
                return channel.pipeline.configureHTTPServerPipeline(
                    withServerUpgrade: (upgraders: [upgrader], completionHandler: { _ in }))
            }
            .bind(host: "127.0.0.1", port: 0).get()
        listener.withLock { $0 = channel }
    }

    deinit { listener.withLock { $0 }?.close(promise: nil) }

    var port: Int { listener.withLock { $0?.localAddress?.port } ?? 0 }

    static func send(_ opcode: WebSocketOpcode, _ bytes: [UInt8], fin: Bool = true, on channel: any Channel) {
        channel.writeAndFlush(
            WebSocketFrame(fin: fin, opcode: opcode, data: ByteBuffer(bytes: bytes)), promise: nil)
    }
}

private final class FrameHandler: ChannelInboundHandler, Sendable {
    typealias InboundIn = WebSocketFrame

    private let hear: @Sendable (WebSocketFrame, any Channel) -> Void

    init(hear: @escaping @Sendable (WebSocketFrame, any Channel) -> Void) { self.hear = hear }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) { hear(unwrapInboundIn(data), context.channel) }
}
