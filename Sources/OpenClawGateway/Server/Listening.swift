import Inference
import NIOCore
import NIOPosix
import NIOSSL
import OpenClawHost
import Synchronization

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// Opens the sockets on which a gateway listens.
struct Listening {
    private let group: MultiThreadedEventLoopGroup
    private let core: GatewayCore
    private let tls: NIOSSLContext?
    private var loops: GatewayLoops?
    private(set) var channels: [any Channel] = []

    init(group: MultiThreadedEventLoopGroup, core: GatewayCore, tls: NIOSSLContext?) {
        self.group = group
        self.core = core
        self.tls = tls
    }

    mutating func makeLoops() async throws(InferenceError) -> GatewayLoops {
        do {
            let made = try await GatewayLoops(group: group, core: core)
            loops = made
            return made
        } catch {
            throw InferenceError(.gatewayConfiguration, "the event loops could not be started")
        }
    }

    /// Binds every address of the settings with one port. A machine may lack the second address of the loopback.
    mutating func bind(_ settings: GatewaySettings) async throws(InferenceError) {
        var port = settings.port
        for (index, host) in settings.bind.hosts.enumerated() {
            do {
                let channel = try await bootstrap.bind(host: host, port: port).get()
                channels.append(channel)
                port = channel.localAddress?.port ?? port
            } catch {
                guard index > 0, !Self.isTaken(error) else { throw Self.refusal(host, port, because: error) }
            }
        }
    }

    private var bootstrap: ServerBootstrap {
        ServerBootstrap(group: group)
            .serverChannelOption(.backlog, value: 1024)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelOption(.tcpOption(.tcp_nodelay), value: 1)
            .childChannelOption(.maxMessagesPerRead, value: 1)
            .childChannelOption(.recvAllocator, value: ReceiveSizes.client)
            .childChannelInitializer { [core, tls, loops] channel in
                channel.eventLoop.makeCompletedFuture {
                    guard let loops, core.connections.load(ordering: .relaxed) < core.snapshot.limits.connections else {
                        throw ChannelError.operationUnsupported
                    }
                    let loop = loops.own(channel.eventLoop)
                    if let tls { try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls)) }
                    try channel.pipeline.syncOperations.addHandler(ServerConnection(loop: loop, isPlain: tls == nil))
                }
            }
    }

    private static func isTaken(_ error: any Error) -> Bool { (error as? IOError)?.errnoCode == EADDRINUSE }

    private static func refusal(_ host: String, _ port: Int, because error: any Error) -> InferenceError {
        let place = host.contains(":") ? "[\(host)]:\(port)" : "\(host):\(port)"
        switch (error as? IOError)?.errnoCode {
        case EADDRINUSE:
            return InferenceError(
                .gatewayBusy, "another program listens on \(place)",
                hint: "openclaw gateway status, or choose another port with --port")
        case EADDRNOTAVAIL:
            return InferenceError(.gatewayConfiguration, "this machine has no address \(host)")
        case EACCES:
            return InferenceError(.gatewayConfiguration, "this user may not listen on port \(port)")
        case let number?:
            return InferenceError(.gatewayConfiguration, "the gateway cannot listen on \(place) (errno \(number))")
        case nil:
            return InferenceError(.gatewayConfiguration, "the gateway cannot listen on \(place)")
        }
    }
}
