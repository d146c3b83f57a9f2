import Inference
import NIOCore
import NIOPosix
import NIOSSL
import Synchronization

/// One try to set up a connection, with its deadline; cancelling the awaiting task closes the sockets.
final class ConnectionAttempt: Sendable {
    private typealias Outcome = Result<ClientConnection, InferenceError>

    private struct State {
        var channels: [any Channel] = []
        var waiter: CheckedContinuation<Outcome, Never>?
        var failure: InferenceError?
        var isFinished = false
    }

    private let route: ConnectionRoute
    private let context: NIOSSLContext?
    private let timing: ExchangeTiming
    private let state = Mutex(State())

    /// - Parameter context: needed when the route has TLS anywhere.
    init(route: ConnectionRoute, context: NIOSSLContext?, timing: ExchangeTiming) {
        self.route = route
        self.context = context
        self.timing = timing
    }

    func run(
        on loop: any EventLoop, pool: ConnectionPool, configuration: HTTPClientConfiguration
    ) async throws(InferenceError) -> ClientConnection {
        let outcome = await withTaskCancellationHandler {
            await withCheckedContinuation { (continuation: CheckedContinuation<Outcome, Never>) in
                let failure = state.withLock { state in
                    state.waiter = continuation
                    return state.failure
                }
                if let failure {
                    finish(.failure(failure))
                } else {
                    start(on: loop, pool: pool, idleTime: configuration.idleConnectionTime)
                }
            }
        } onCancel: {
            fail(.callerCancelled)
        }
        return try outcome.get()
    }

    private func start(on loop: any EventLoop, pool: ConnectionPool, idleTime: Duration) {
        let limit = timing.connect(to: route.firstHop)
        let timer = limit.map { limit in
            loop.scheduleTask(deadline: limit.instant.nioDeadline) { self.fail(limit.error) }
        }
        connect(on: loop)
            .flatMap { channel in self.prepare(channel, pool: pool, idleTime: idleTime) }
            .whenComplete { result in
                timer?.cancel()
                switch result {
                case .success(let connection): self.finish(.success(connection))
                case .failure(let error): self.fail(InferenceError(connecting: error, to: self.route.firstHop))
                }
            }
    }

    private func connect(on loop: any EventLoop) -> EventLoopFuture<any Channel> {
        let bootstrap = ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            // Nothing is read before the handler that understands it is in place.
            .channelOption(.autoRead, value: false)
            // The attempt has its own deadline; this one only has to be later.
            .connectTimeout(.hours(1))
            .channelInitializer { channel in
                guard self.adopt(channel) else { return channel.eventLoop.makeFailedFuture(ChannelError.eof) }
                return channel.eventLoop.makeCompletedFuture {
                    try channel.pipeline.syncOperations.addHandler(SocketEdge(), name: SocketEdge.name)
                }
            }
        let host = route.proxy?.host ?? route.host
        let port = route.proxy?.port ?? route.port
        if let address = try? SocketAddress(ipAddress: host, port: port) { return bootstrap.connect(to: address) }
        return bootstrap.connect(host: host, port: port)
    }

    /// TLS to the proxy, tunnel, TLS to the origin, as far as the route needs them; then HTTP.
    private func prepare(
        _ channel: any Channel, pool: ConnectionPool, idleTime: Duration
    ) -> EventLoopFuture<ClientConnection> {
        var ready = channel.eventLoop.makeSucceededVoidFuture()
        if let proxy = route.proxy {
            if proxy.isTLS { ready = ready.flatMap { self.addTLS(to: proxy.host, peer: proxy.label, on: channel) } }
            if let target = route.tunnel {
                ready = ready.flatMap { self.openTunnel(to: target, through: proxy, on: channel) }
            }
        }
        if route.isTLS {
            ready = ready.flatMap { self.addTLS(to: self.route.host, peer: self.route.origin, on: channel) }
        }
        return ready.flatMap { channel.setOption(.autoRead, value: false) }.flatMapThrowing {
            try ClientConnection(channel: channel, route: self.route, pool: pool, idleTime: idleTime)
        }
    }

    private func addTLS(to host: String, peer: String, on channel: any Channel) -> EventLoopFuture<Void> {
        let promise = channel.eventLoop.makePromise(of: Void.self)
        do {
            guard let context else { throw ChannelError.inappropriateOperationForState }
            // An IP address is no server name; the certificate is then checked against the address of the peer.
            let name = IPAddress(host) == nil ? host : nil
            try channel.pipeline.syncOperations.addHandlers([
                NIOSSLClientHandler(context: context, serverHostname: name), HandshakeWatcher(promise: promise),
            ])
        } catch {
            promise.fail(error)
        }
        return reading(on: channel, until: promise)
            .flatMapErrorThrowing { throw InferenceError(connecting: $0, to: peer) }
    }

    private func openTunnel(
        to target: String, through proxy: ProxyServer, on channel: any Channel
    ) -> EventLoopFuture<Void> {
        let promise = channel.eventLoop.makePromise(of: Void.self)
        let handler = ProxyTunnelHandler(target: target, proxy: proxy, promise: promise)
        do {
            try channel.pipeline.syncOperations.addHandler(handler)
        } catch {
            promise.fail(error)
        }
        return reading(on: channel, until: promise)
    }

    private func reading(on channel: any Channel, until promise: EventLoopPromise<Void>) -> EventLoopFuture<Void> {
        channel.setOption(.autoRead, value: true).cascadeFailure(to: promise)
        return promise.futureResult
    }

    /// - Returns: whether the attempt still runs, so that the channel is wanted.
    private func adopt(_ channel: any Channel) -> Bool {
        state.withLock { state in
            guard !state.isFinished, state.failure == nil else { return false }
            state.channels.append(channel)
            return true
        }
    }

    private func fail(_ error: InferenceError) {
        finish(.failure(error))
    }

    /// The first outcome counts; sockets of a failed attempt are closed.
    private func finish(_ outcome: Outcome) {
        let (waiter, channels, isLate) = state.withLock { state in
            if state.isFinished { return (state.waiter, [] as [any Channel], true) }
            guard let waiter = state.waiter else {
                if case .failure(let error) = outcome { state.failure = error }
                return (nil, [], false)
            }
            defer { state = State(isFinished: true) }
            return (waiter, state.channels, false)
        }
        switch outcome {
        case .success(let connection) where isLate: connection.close()
        case .success: break
        case .failure:
            for channel in channels { channel.eventLoop.execute { SocketEdge.close(channel) } }
        }
        waiter?.resume(returning: outcome)
    }
}
