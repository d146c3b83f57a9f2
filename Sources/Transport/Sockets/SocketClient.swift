public import Inference
import NIOCore
import NIOHTTP1
import NIOPosix
import NIOWebSocket

/// Opens WebSockets as ``HTTPClient`` opens connections: with its proxies, authorities, certificate checks and deadlines.
///
/// ```swift
/// let client = SocketClient(configuration: HTTPClientConfiguration(environment: environment))
/// if case .open(let socket) = try await client.open(request, deadlines: Deadlines()) {
///     try await socket.send(.text("hello"))
///     while let message = try await socket.next(before: nil) { handle(message) }
/// }
/// ```
public final class SocketClient: SocketTransport {
    private let connector: OriginConnector
    private let limit: Int

    /// - Parameter messageLimit: the most bytes of a message that are taken.
    public init(
        configuration: HTTPClientConfiguration = HTTPClientConfiguration(), messageLimit: Int = 16 << 20
    ) {
        connector = OriginConnector(configuration: configuration)
        limit = messageLimit
    }

    public func open(
        _ request: HTTPExchangeRequest, deadlines: Deadlines
    ) async throws(InferenceError) -> SocketAnswer {
        let origin = try connector.origin(of: request.head)
        let wire = try WireRequest(request, target: origin.target, proxy: origin.route.proxy)
        let timing = ExchangeTiming(deadlines: deadlines, start: .now)
        let loop = MultiThreadedEventLoopGroup.singleton.any()
        let opening = SocketOpening(head: wire.head, origin: origin.name, loop: loop, messageLimit: limit)
        let connect = [deadlines.connect, deadlines.total].compactMap { $0 }.min()
        connector.open(origin, on: loop, within: connect).whenComplete { result in
            switch result {
            case .success(let channel): opening.begin(on: channel, timing: timing)
            case .failure(let error): opening.fail(InferenceError(connecting: error, to: origin.name))
            }
        }
        return try await opening.answer()
    }
}
