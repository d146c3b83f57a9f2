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
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let isUp = loop.makePromise(of: Void.self)
        let stream: Stream = try await ClientBootstrap(group: loop)
            .connect(host: "127.0.0.1", port: port) { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls, let host {
                        let tunnel = Tunnel(tls: tls, host: host, isUp: isUp)
                        try channel.pipeline.syncOperations.addHandler(tunnel)
                    } else {
                        isUp.succeed()
                    }
                    return try Stream(wrappingChannelSynchronously: channel)
                }
            }
        try await isUp.futureResult.get()
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

/// Asks the proxy for a tunnel and starts TLS in it; from then on writes wait in the TLS handler.
private final class Tunnel: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private let tls: NIOSSLContext
    private let host: String
    private let isUp: EventLoopPromise<Void>

    init(tls: NIOSSLContext, host: String, isUp: EventLoopPromise<Void>) {
        self.tls = tls
        self.host = host
        self.isUp = isUp
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
            context.pipeline.syncOperations.removeHandler(self, promise: nil)
            isUp.succeed()
        } catch {
            isUp.fail(error)
        }
    }
}
