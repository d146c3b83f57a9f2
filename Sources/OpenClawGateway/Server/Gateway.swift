package import Inference
package import NIOCore
import NIOPosix
import NIOSSL
package import OpenClawHost
import Synchronization
package import Transport

/// The server: listens, and serves every connection on one of its event loops until it is stopped.
///
/// ```swift
/// let gateway = try await Gateway.start(settings, snapshot: snapshot, client: configuration)
/// await gateway.stop(within: .seconds(25))
/// ```
package final class Gateway: Sendable {
    /// The port that it has got.
    package let port: Int
    let core: GatewayCore
    let loops: GatewayLoops
    private let group: MultiThreadedEventLoopGroup
    private let listeners: [any Channel]

    /// Starts to listen.
    ///
    /// - Parameters:
    ///   - settings: addresses, port (zero picks a free one) and certificate.
    ///   - client: how services are reached: proxies and authorities.
    ///   - threads: event loops; one for every second core when `nil`: fewer loops find more to do when they wake up, and a
    ///     loop serves some ten thousand requests a second.
    /// - Throws: `.gatewayBusy` when another program has the port, `.gatewayConfiguration` when the gateway cannot start so.
    package static func start(
        _ settings: GatewaySettings, snapshot: GatewaySnapshot, client: HTTPClientConfiguration,
        accessLog: (any AccessLog)? = nil, holdings: NativeHoldings? = nil, threads: Int? = nil
    ) async throws(InferenceError) -> Gateway {
        DescriptorLimit.raise()
        ResidentMemory.prepare()
        let tls = try settings.tls.map { files throws(InferenceError) in try ServerCertificate.context(files) }
        let kept: NativeHoldings
        if let holdings { kept = holdings } else { kept = try NativeHoldings() }
        let core = GatewayCore(
            snapshot: snapshot, connector: OriginConnector(configuration: client), accessLog: accessLog,
            holdings: kept)
        let group = MultiThreadedEventLoopGroup(numberOfThreads: threads ?? max(1, System.coreCount / 2))
        var listening = Listening(group: group, core: core, tls: tls)
        do throws(InferenceError) {
            let loops = try await listening.makeLoops()
            try await listening.bind(settings)
            group.next().scheduleTask(in: .seconds(1)) {
                ResidentMemory.release()
                ResidentMemory.releaseCode()
            }
            return Gateway(core: core, loops: loops, group: group, listeners: listening.channels)
        } catch {
            for channel in listening.channels { try? await channel.close() }
            try? await group.shutdownGracefully()
            throw error
        }
    }

    private init(
        core: GatewayCore, loops: GatewayLoops, group: MultiThreadedEventLoopGroup, listeners: [any Channel]
    ) {
        port = listeners.first?.localAddress?.port ?? 0
        self.core = core
        self.loops = loops
        self.group = group
        self.listeners = listeners
    }

    /// Connections of clients that are open now.
    package var connections: Int { core.connections.load(ordering: .relaxed) }

    /// Whether it takes no more requests.
    package var isDraining: Bool { core.isDraining }

    /// The event loops, for others that listen beside it.
    package var eventLoops: any EventLoopGroup { group }

    /// Goes by other settings from the next request on. Requests that are being answered keep theirs.
    package func use(_ snapshot: GatewaySnapshot) { core.use(snapshot) }

    /// Takes no more requests, lets the open ones end, and closes what is still open when the time is over.
    package func stop(within limit: Duration) async {
        core.drain()
        for listener in listeners { try? await listener.close().get() }
        let end = ContinuousClock.now + limit
        while connections > 0, ContinuousClock.now < end {
            // A poll is good enough at the end of a process.
            try? await Task.sleep(for: .milliseconds(20))
        }
        try? await group.shutdownGracefully()
    }
}
