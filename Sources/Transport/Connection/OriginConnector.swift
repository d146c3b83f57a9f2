package import HTTPTypes
package import Inference
package import NIOCore

/// Opens connections to origins for those who carry bytes on an event loop of their own: proxies, private authorities and
/// certificate checks as ``HTTPClient`` has them, without HTTP on top.
package struct OriginConnector: Sendable {
    private let proxies: ProxyConfiguration
    private let contexts: TLSContexts

    package init(configuration: HTTPClientConfiguration) {
        proxies = configuration.proxy
        contexts = TLSContexts(trust: configuration.trust)
    }

    /// Where a request goes.
    ///
    /// - Throws: `.invalidRequest` for a URL that is none, `.invalidConfiguration` for a proxy setting that is none.
    package func origin(of request: HTTPRequest) throws(InferenceError) -> Origin {
        let target = try RequestTarget(request)
        return Origin(target: target, route: ConnectionRoute(target: target, proxy: try proxies.server(for: target)))
    }

    /// Opens a connection. Its channel does not read before it is told to (`autoRead` is off).
    ///
    /// - Returns: a future that fails with an `InferenceError`.
    package func open(_ origin: Origin, on loop: any EventLoop, within limit: Duration?) -> EventLoopFuture<any Channel>
    {
        let promise = loop.makePromise(of: (any Channel).self)
        let sockets = OpeningSockets()
        let setup: ConnectionSetup
        do throws(InferenceError) {
            let context = origin.route.needsTLS ? try contexts.context() : nil
            setup = ConnectionSetup(route: origin.route, context: context, adopt: sockets.adopt)
        } catch {
            return loop.makeFailedFuture(error)
        }
        let peer = origin.route.firstHop
        let timer = limit.map { limit in
            loop.scheduleTask(in: .nanoseconds(limit.nanoseconds)) {
                let timing = ExchangeTiming(deadlines: Deadlines(connect: limit), start: .now)
                promise.fail(timing.connect(to: peer)?.error ?? InferenceError(.deadlineExceeded, "no connection"))
                sockets.close()
            }
        }
        setup.open(on: loop).whenComplete { result in
            timer?.cancel()
            switch result {
            case .success(let channel): promise.succeed(channel)
            case .failure(let error):
                sockets.close()
                promise.fail(InferenceError(connecting: error, to: peer))
            }
        }
        return promise.futureResult
    }

    /// Closes a channel at once, without waiting for the peer's part of a TLS farewell. Call on its event loop.
    package static func close(_ channel: any Channel) { SocketEdge.close(channel) }
}
