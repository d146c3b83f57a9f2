import NIOCore
import NIOHTTP1
import NIOSSL

/// An established connection that carries one exchange at a time.
final class ClientConnection: Sendable {
    let route: ConnectionRoute
    private let channel: any Channel
    private let handler: NIOLoopBound<ExchangeHandler>

    /// Puts HTTP on a channel whose transport is ready. Runs on the channel's event loop.
    init(channel: any Channel, route: ConnectionRoute, pool: ConnectionPool, idleTime: Duration) throws {
        let marker = ResponseByteMarker()
        let handler = ExchangeHandler(marker: marker, pool: pool, idleTime: .nanoseconds(idleTime.nanoseconds))
        var encoding = HTTPRequestEncoder.Configuration()
        encoding.automaticallySetFramingHeaders = false
        var limits = NIOHTTPDecoderLimitConfiguration()
        limits.maxHeaderFieldSize = 64 * 1024
        limits.maxHeaderListSize = 256 * 1024
        let decoder = HTTPResponseDecoder(
            leftOverBytesStrategy: .dropBytes, informationalResponseStrategy: .drop, limitConfiguration: limits)

        self.channel = channel
        self.route = route
        self.handler = NIOLoopBound(handler, eventLoop: channel.eventLoop)
        try channel.pipeline.syncOperations.addHandlers([
            marker, HTTPRequestEncoder(configuration: encoding), ByteToMessageHandler(decoder), handler,
        ])
        handler.connection = self
    }

    var isActive: Bool { channel.isActive }

    func onLoop(_ body: @escaping @Sendable (ExchangeHandler) -> Void) {
        let handler = handler
        if channel.eventLoop.inEventLoop {
            body(handler.value)
        } else {
            channel.eventLoop.execute { body(handler.value) }
        }
    }

    /// Writes a piece of a body; returns when it has left, or false when it cannot leave any more.
    func write(_ piece: [UInt8], of exchange: Exchange) async -> Bool {
        let written = channel.eventLoop.makePromise(of: Void.self)
        onLoop { $0.write(piece, of: exchange, written: written) }
        return await withCheckedContinuation { continuation in
            written.futureResult.whenComplete { result in
                if case .success = result {
                    continuation.resume(returning: true)
                } else {
                    continuation.resume(returning: false)
                }
            }
        }
    }

    /// Closes the socket at once, without waiting for the peer's part of a TLS farewell.
    func close() {
        onLoop { $0.closeSocket() }
    }

    func waitUntilClosed() async {
        await withCheckedContinuation { continuation in
            channel.closeFuture.whenComplete { _ in continuation.resume() }
        }
    }
}
