import NIOCore
import NIOPosix

/// A CONNECT proxy that takes every host name for the loopback address.
struct TunnelProxy {
    let server: LoopbackServer

    init(tls: Bool = false) async throws {
        server = try await LoopbackServer(tls: tls) { request, connection in
            let target = request.requestLine.split(separator: " ").dropFirst().first ?? ""
            guard request.requestLine.hasPrefix("CONNECT "), let port = Int(target.split(separator: ":").last ?? "")
            else {
                connection.respond(status: "405 Method Not Allowed")
                return
            }
            Self.connect(connection.channel, to: port)
        }
    }

    private static func connect(_ inbound: any Channel, to port: Int) {
        ClientBootstrap(group: inbound.eventLoop)
            .channelInitializer { outbound in
                outbound.eventLoop.makeCompletedFuture {
                    try outbound.pipeline.syncOperations.addHandler(Pump(into: inbound))
                }
            }
            .connect(host: "127.0.0.1", port: port)
            .flatMap { outbound in
                inbound.pipeline.removeHandler(name: ScriptHandler.name).flatMap {
                    inbound.pipeline.addHandler(Pump(into: outbound))
                }
            }
            .whenSuccess {
                inbound.writeAndFlush(ByteBuffer(string: "HTTP/1.1 200 Connection established\r\n\r\n"), promise: nil)
            }
    }
}

/// Copies everything that comes in to another channel.
private final class Pump: ChannelInboundHandler, Sendable {
    typealias InboundIn = ByteBuffer

    private let other: any Channel

    init(into other: any Channel) {
        self.other = other
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        other.writeAndFlush(unwrapInboundIn(data), promise: nil)
    }

    func channelInactive(context: ChannelHandlerContext) {
        other.close(promise: nil)
    }
}
