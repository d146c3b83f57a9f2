import HTTPTypes
public import Inference
public import NIOCore
import NIOPosix

/// The HTTP/1.1 client of the library and the command line: pooled connections, TLS, proxies, deadlines, and bodies
/// that are pulled.
///
/// Creating one costs nothing; event loops start and certificates are read with the first request that needs them.
/// Redirects are not followed, so that a credential never leaves for another host: the caller sees the 3xx response.
///
/// ```swift
/// let client = HTTPClient(configuration: HTTPClientConfiguration(environment: environment))
/// let response = try await client.send(request, deadlines: Deadlines())
/// while let chunk = try await response.body.next(before: nil) { consume(chunk) }
/// await client.shutdown()
/// ```
public final class HTTPClient: HTTPTransport {
    private let configuration: HTTPClientConfiguration
    private let eventLoopGroup: (any EventLoopGroup)?
    private let contexts: TLSContexts
    private let pool: ConnectionPool

    /// - Parameter eventLoopGroup: the loops to run on; `nil` uses the process-wide group, started when first needed.
    public init(
        configuration: HTTPClientConfiguration = HTTPClientConfiguration(), eventLoopGroup: (any EventLoopGroup)? = nil
    ) {
        self.configuration = configuration
        self.eventLoopGroup = eventLoopGroup
        contexts = TLSContexts(trust: configuration.trust)
        pool = ConnectionPool(idleLimit: configuration.idleConnectionsPerOrigin)
    }

    deinit {
        for connection in pool.takeIdle() { connection.close() }
    }

    public func send(
        _ request: HTTPExchangeRequest, deadlines: Deadlines
    ) async throws(InferenceError) -> HTTPExchangeResponse {
        let target = try RequestTarget(request.head)
        let proxy = try configuration.proxy.server(for: target)
        let route = ConnectionRoute(target: target, proxy: proxy)
        let wire = try WireRequest(request, target: target, proxy: proxy)
        let timing = ExchangeTiming(deadlines: deadlines, start: .now)

        if request.isRepeatable, request.stream == nil, let idle = pool.checkOut(route),
            let response = try await perform(wire, on: idle, timing: timing, isReused: true)
        {
            return response
        }
        let fresh = try await connect(to: route, timing: timing)
        if let response = try await perform(wire, on: fresh, timing: timing, isReused: false) { return response }
        throw InferenceError(.unavailable, "\(route.origin) closed the connection without an answer")
    }

    /// Closes every connection, also those in use, and waits until they are closed. Later requests fail.
    public func shutdown() async {
        for connection in pool.shutDown() {
            connection.close()
            await connection.waitUntilClosed()
        }
    }

    private func connect(
        to route: ConnectionRoute, timing: ExchangeTiming
    ) async throws(InferenceError) -> ClientConnection {
        let attempt = ConnectionAttempt(
            route: route, context: route.needsTLS ? try contexts.context() : nil, timing: timing)
        let group = eventLoopGroup ?? MultiThreadedEventLoopGroup.singleton
        let connection = try await attempt.run(on: group.any(), pool: pool, configuration: configuration)
        guard pool.register(connection) else {
            connection.close()
            throw InferenceError(.cancelled, "the HTTP client was shut down")
        }
        return connection
    }

    /// - Returns: `nil` when the reused connection turned out to be closed before the request could reach the server.
    private func perform(
        _ request: WireRequest, on connection: ClientConnection, timing: ExchangeTiming, isReused: Bool
    ) async throws(InferenceError) -> HTTPExchangeResponse? {
        let exchange = Exchange(
            connection: connection, timing: timing, unreadLimit: configuration.unreadBodyLimit)
        do throws(ExchangeFailure) {
            let head = try await exchange.start(request)
            return HTTPExchangeResponse(head: head, body: ResponseBody(exchange))
        } catch {
            if isReused && error.isReplayable { return nil }
            throw error.error
        }
    }
}
