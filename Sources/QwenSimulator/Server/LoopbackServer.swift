import NIOCore
import NIOHTTP1
import NIOPosix
import NIOSSL
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Listens on 127.0.0.1 and serves every connection until it is closed.
final class LoopbackServer: Sendable {
    private let listener: any Channel
    private let connections: OpenConnections

    let port: Int

    static func bind(
        port: Int, group: any EventLoopGroup, service: SimulatedService,
        tls: (@Sendable (String) -> NIOSSLContext?)? = nil
    ) async throws -> LoopbackServer {
        let connections = OpenConnections()
        let bootstrap = ServerBootstrap(group: group)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .serverChannelOption(.backlog, value: 512)
            // With the few that are the default, a busy loop leaves clients waiting until they give up.
            .serverChannelOption(.maxMessagesPerRead, value: 512)
            .childChannelOption(.socketOption(.tcp_nodelay), value: 1)
            .childChannelInitializer { channel in
                channel.eventLoop.makeCompletedFuture {
                    if let tls { try channel.pipeline.syncOperations.addHandler(ConnectGate(tls: tls)) }
                    let accepted = try Accepted.configure(channel, service: service)
                    connections.serve(channel) { try await accepted.get().serve(service) }
                }
            }
        do {
            let listener = try await bootstrap.bind(host: "127.0.0.1", port: port).get()
            return LoopbackServer(listener: listener, connections: connections)
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw SimulatorError("port \(port) of 127.0.0.1 is in use; expected a free one, or 0 for any")
        }
    }

    private init(listener: any Channel, connections: OpenConnections) {
        self.listener = listener
        self.connections = connections
        port = listener.localAddress?.port ?? 0
    }

    func close() async throws {
        try await listener.close()
        await connections.closeAll()
    }
}
