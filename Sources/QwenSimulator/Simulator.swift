import NIOCore
import NIOPosix

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Qwen Cloud on 127.0.0.1: every plan and region with its own keys, its catalogue and its quirks.
///
/// Use it in tests or to try a client without an account; it costs nothing and sends nothing out.
///
/// ```swift
/// let simulator = try await Simulator.start(SimulatorConfiguration())
/// let endpoint = simulator.banner.endpoint("standard-intl")!
/// // endpoint.compatibleURL and endpoint.key now work with any OpenAI-compatible client
/// try simulator.addFault(Fault("limit_requests", times: 1))
/// let received = simulator.receivedRequests()
/// try await simulator.shutdown()
/// ```
public final class Simulator: Sendable {
    /// Where it listens and which keys it takes.
    public let banner: SimulatorBanner

    let service: SimulatedService
    private let group: MultiThreadedEventLoopGroup
    private let servers: [LoopbackServer]

    /// Starts a simulator; it runs until ``shutdown()``.
    ///
    /// - Throws: ``SimulatorError`` for a fault or a backend that cannot be read, and the system's error when a port
    ///   is taken or the certificate cannot be written.
    public static func start(_ configuration: SimulatorConfiguration = .init()) async throws -> Simulator {
        let group = MultiThreadedEventLoopGroup(numberOfThreads: 1)
        do {
            return try await start(configuration, on: group)
        } catch {
            try? await group.shutdownGracefully()
            throw error
        }
    }

    private static func start(
        _ configuration: SimulatorConfiguration, on group: MultiThreadedEventLoopGroup
    ) async throws -> Simulator {
        let service = try SimulatedService(configuration: configuration, group: group)
        let server = try await LoopbackServer.bind(port: configuration.port, group: group, service: service)
        var servers = [server]
        if let proxyPort = configuration.proxyPort {
            let authority = CertificateAuthority(now: Date())
            if let file = configuration.caFile {
                try Data(authority.pem.utf8).write(to: URL(fileURLWithPath: file), options: .atomic)
            }
            let endpoints = service.world.endpoints
            servers.append(
                try await LoopbackServer.bind(port: proxyPort, group: group, service: service) { host in
                    let isKnown = endpoints.endpoint(forHost: host) != nil || StorageAddress.isStorage(host: host)
                    return isKnown ? authority.context(for: host) : nil
                })
        }
        let banner = SimulatorBanner(
            world: service.world, configuration: configuration, port: server.port,
            proxyPort: servers.count > 1 ? servers[1].port : nil)
        return Simulator(banner: banner, service: service, group: group, servers: servers)
    }

    private init(
        banner: SimulatorBanner, service: SimulatedService, group: MultiThreadedEventLoopGroup,
        servers: [LoopbackServer]
    ) {
        self.banner = banner
        self.service = service
        self.group = group
        self.servers = servers
    }

    /// Every request since the start or the last ``reset()``, oldest first.
    public func receivedRequests() -> [ReceivedRequest] { service.log.requests }

    /// Every answer that was billed since the start or the last ``reset()``, oldest first.
    public func bill() -> [BilledRequest] { service.bills.billed }

    /// Lets something go wrong from now on.
    ///
    /// - Throws: ``SimulatorError`` when no fault has that name.
    public func addFault(_ fault: Fault) throws(SimulatorError) { try service.faults.add(fault) }

    /// Everything that can be made to go wrong: the rows of the error table, then the misbehaviours of a connection.
    public var faultNames: [String] {
        service.world.errors.rows.map(\.id) + FaultBehaviour.allCases.map(\.rawValue)
    }

    /// Forgets faults, requests, bills and cached prompts.
    public func reset() { service.reset() }

    /// Closes every connection and stops listening.
    public func shutdown() async throws {
        for server in servers { try await server.close() }
        try await group.shutdownGracefully()
    }
}
