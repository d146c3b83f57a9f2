import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// A scripted HTTP server on a free loopback port. It records what it receives, byte for byte.
final class LoopbackServer: Sendable {
    /// When the script runs for a request.
    enum Moment { case head, complete }

    typealias Script = @Sendable (ReceivedRequest, ServerConnection) -> Void

    private struct State {
        var requests: [ReceivedRequest] = []
        var connections: [ServerConnection] = []
        var waiting: [CheckedContinuation<ServerConnection, Never>] = []
    }

    private let state = Mutex(State())
    private let listener = Mutex<(any Channel)?>(nil)

    init(
        tls: Bool = false, on moment: Moment = .complete, onConnect: (@Sendable (ServerConnection) -> Void)? = nil,
        script: @escaping Script
    ) async throws {
        let context = tls ? try Self.context() : nil
        let channel = try await ServerBootstrap(group: MultiThreadedEventLoopGroup.singleton)
            .serverChannelOption(.socketOption(.so_reuseaddr), value: 1)
            .childChannelInitializer { [self] channel in
                channel.eventLoop.makeCompletedFuture {
                    let connection = ServerConnection(channel: channel)
                    add(connection)
                    if let context {
                        try channel.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: context))
                    }
                    let handler = ScriptHandler(connection: connection, moment: moment) { request in
                        self.state.withLock { $0.requests.append(request) }
                        script(request, connection)
                    }
                    try channel.pipeline.syncOperations.addHandler(handler, name: ScriptHandler.name)
                    channel.eventLoop.execute { onConnect?(connection) }
                }
            }
            .bind(host: "127.0.0.1", port: 0).get()
        listener.withLock { $0 = channel }
    }

    deinit {
        listener.withLock { $0 }?.close(promise: nil)
    }

    var port: Int { listener.withLock { $0?.localAddress?.port } ?? 0 }
    var authority: String { "127.0.0.1:\(port)" }
    /// The URL of the server without TLS.
    var base: String { "http://\(authority)" }
    var requests: [ReceivedRequest] { state.withLock { $0.requests } }
    var connections: [ServerConnection] { state.withLock { $0.connections } }

    /// The connection that was accepted first, even if that is still to come.
    func firstConnection() async -> ServerConnection {
        await withCheckedContinuation { continuation in
            let first = state.withLock { state in
                if state.connections.isEmpty { state.waiting.append(continuation) }
                return state.connections.first
            }
            if let first { continuation.resume(returning: first) }
        }
    }

    private func add(_ connection: ServerConnection) {
        let waiting = state.withLock { state in
            state.connections.append(connection)
            defer { state.waiting = [] }
            return state.waiting
        }
        for continuation in waiting { continuation.resume(returning: connection) }
    }

    func close() async throws {
        try await listener.withLock { $0 }?.close().get()
    }

    private static func context() throws -> NIOSSLContext {
        let certificates = try NIOSSLCertificate.fromPEMBytes(Array(TestAuthority.leafCertificate.utf8))
        let key = try NIOSSLPrivateKey(bytes: Array(TestAuthority.leafKey.utf8), format: .pem)
        return try NIOSSLContext(
            configuration: .makeServerConfiguration(
                certificateChain: certificates.map { .certificate($0) }, privateKey: .privateKey(key)))
    }
}
