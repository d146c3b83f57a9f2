import NIOCore
import NIOPosix
import NIOSSL

/// A client that sends text and reads bytes until the other side closes.
enum RawClient {
    private typealias Stream = NIOAsyncChannel<ByteBuffer, ByteBuffer>

    static func exchange(port: Int, _ request: String, closingAfter limit: Int = .max) async throws -> String {
        try await run(port: port, tls: nil, host: nil, [request], closingAfter: limit)
    }

    /// Speaks TLS to `host` through the proxy on that port.
    static func exchange(proxy port: Int, host: String, authority: String, _ request: String) async throws -> String {
        var configuration = TLSConfiguration.makeClientConfiguration()
        configuration.trustRoots = .certificates(try NIOSSLCertificate.fromPEMBytes(Array(authority.utf8)))
        let tls = try NIOSSLContext(configuration: configuration)
        return try await run(port: port, tls: tls, host: host, [request], closingAfter: .max)
    }

    private static func run(
        port: Int, tls: NIOSSLContext?, host: String?, _ requests: [String], closingAfter limit: Int
    ) async throws -> String {
        let stream: Stream = try await ClientBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls, let host {
                        try channel.pipeline.syncOperations.addHandler(Tunnel(tls: tls, host: host))
                    }
                    return try Stream(wrappingChannelSynchronously: channel)
                }
            }
        return try await stream.executeThenClose { inbound, outbound in
            for request in requests { try await outbound.write(ByteBuffer(string: request)) }
            var received: [UInt8] = []
            do {
                for try await buffer in inbound {
                    received.append(contentsOf: buffer.readableBytesView)
                    if received.count >= limit { break }
                }
            } catch is IOError {
                received.append(contentsOf: "<reset>".utf8)
            } catch NIOSSLError.uncleanShutdown {
            }
            return String(decoding: received, as: UTF8.self)
        }
    }
}

/// Asks the proxy for a tunnel and starts TLS in it; writes wait until it is up.
private final class Tunnel: ChannelDuplexHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private var waiting: [(data: NIOAny, promise: EventLoopPromise<Void>?)] = []

    private let tls: NIOSSLContext
    private let host: String

    init(tls: NIOSSLContext, host: String) {
        self.tls = tls
        self.host = host
    }

    func handlerAdded(context: ChannelHandlerContext) {
        if context.channel.isActive { ask(context) }
    }

    func channelActive(context: ChannelHandlerContext) {
        ask(context)
        context.fireChannelActive()
    }

    private func ask(_ context: ChannelHandlerContext) {
        let text = "CONNECT \(host):443 HTTP/1.1\r\nhost: \(host):443\r\n\r\n"
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: text)), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        do {
            let handler = try NIOSSLClientHandler(context: tls, serverHostname: host)
            try context.pipeline.syncOperations.addHandler(handler, position: .after(self))
            let pipeline = context.pipeline.syncOperations
            pipeline.removeHandler(self, promise: nil)
            for write in waiting { pipeline.write(write.data, promise: write.promise) }
            pipeline.flush()
        } catch {
            context.fireErrorCaught(error)
        }
    }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        waiting.append((data, promise))
    }
}
