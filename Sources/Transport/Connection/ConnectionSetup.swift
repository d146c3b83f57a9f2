import Inference
import NIOCore
import NIOPosix
import NIOSSL

/// The way from nothing to a channel that carries bytes of an origin: socket, TLS to the proxy, tunnel, TLS to the origin, as far
/// as the route needs them. Nothing is read from the finished channel before its reader asks.
struct ConnectionSetup: Sendable {
    let route: ConnectionRoute
    /// Needed when the route has TLS anywhere.
    let context: NIOSSLContext?
    /// Hears of every socket before it connects; `false` gives it up.
    let adopt: @Sendable (any Channel) -> Bool
    /// Which addresses may be connected to.
    var addresses = AddressRule.any

    func open(on loop: any EventLoop) -> EventLoopFuture<any Channel> {
        connect(on: loop).flatMap { channel in prepare(channel) }
    }

    private func connect(on loop: any EventLoop) -> EventLoopFuture<any Channel> {
        guard addresses.allows(host: route.host) else {
            return loop.makeFailedFuture(AddressLookup.refusal(route.host))
        }
        let host = route.proxy?.host ?? route.host
        let port = route.proxy?.port ?? route.port
        if let address = try? SocketAddress(ipAddress: host, port: port) {
            return bootstrap(on: loop).connect(to: address)
        }
        if addresses == .any || route.proxy != nil { return bootstrap(on: loop).connect(host: host, port: port) }
        return AddressLookup.addresses(of: host, port: port, allowedBy: addresses, on: loop)
            .flatMap { connect(to: $0[...], on: loop) }
    }

    /// Connects to the first address that answers.
    private func connect(
        to addresses: ArraySlice<SocketAddress>, on loop: any EventLoop
    ) -> EventLoopFuture<any Channel> {
        guard let first = addresses.first else { return loop.makeFailedFuture(ChannelError.eof) }
        let attempt = bootstrap(on: loop).connect(to: first)
        guard addresses.count > 1 else { return attempt }
        return attempt.flatMapError { _ in connect(to: addresses.dropFirst(), on: loop) }
    }

    private func bootstrap(on loop: any EventLoop) -> ClientBootstrap {
        let (adopt, hasTLS) = (adopt, route.needsTLS)
        return ClientBootstrap(group: loop)
            .channelOption(.tcpOption(.tcp_nodelay), value: 1)
            // Nothing is read before the handler that understands it is in place.
            .channelOption(.autoRead, value: false)
            // The attempt has its own deadline; this one only has to be later.
            .connectTimeout(.hours(1))
            .channelInitializer { channel in
                guard adopt(channel) else { return channel.eventLoop.makeFailedFuture(ChannelError.eof) }
                return channel.eventLoop.makeCompletedFuture {
                    guard hasTLS else { return }
                    try channel.pipeline.syncOperations.addHandler(SocketEdge(), name: SocketEdge.name)
                }
            }
    }

    private func prepare(_ channel: any Channel) -> EventLoopFuture<any Channel> {
        var ready = channel.eventLoop.makeSucceededVoidFuture()
        if let proxy = route.proxy {
            if proxy.isTLS { ready = ready.flatMap { addTLS(to: proxy.host, peer: proxy.label, on: channel) } }
            if let target = route.tunnel {
                ready = ready.flatMap { openTunnel(to: target, through: proxy, on: channel) }
            }
        }
        if route.isTLS {
            ready = ready.flatMap { addTLS(to: route.host, peer: route.origin, on: channel) }
        }
        return ready.flatMap { channel.setOption(.autoRead, value: false) }.map { channel }
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
}
