import HTTPTypes
import Inference
import NIOCore
import NIOHTTP1

/// The end of a connection's pipeline: writes requests, reads responses as fast as they are consumed, and parks the
/// connection between exchanges. Lives on the event loop.
final class ExchangeHandler: ChannelInboundHandler {
    typealias InboundIn = HTTPClientResponsePart
    typealias OutboundOut = HTTPClientRequestPart

    /// A server that closes a reused connection later than this may have seen the request.
    private static let replayWindow = TimeAmount.seconds(2)

    weak var connection: ClientConnection?

    private let marker: ResponseByteMarker
    private weak var pool: ConnectionPool?
    private let idleTime: TimeAmount
    private var context: ChannelHandlerContext?
    private var exchange: Exchange?
    private var began = NIODeadline.now()
    private var hasHead = false
    private var isReusable = true
    private var isWritten = true
    private var deadlineTimer: Scheduled<Void>?
    private var idleTimer: Scheduled<Void>?

    init(marker: ResponseByteMarker, pool: ConnectionPool, idleTime: TimeAmount) {
        self.marker = marker
        self.pool = pool
        self.idleTime = idleTime
    }

    // MARK: From the exchange

    func begin(_ exchange: Exchange, _ request: WireRequest) {
        guard let context, context.channel.isActive, self.exchange == nil else {
            let error = InferenceError(receiving: nil, from: exchange.peer, hasHead: false)
            exchange.fail(ExchangeFailure(error: error, isReplayable: true))
            return
        }
        idleTimer?.cancel()
        guard !exchange.isFinished else {
            closeSocket()
            return
        }
        self.exchange = exchange
        began = .now()
        (hasHead, isReusable, isWritten, marker.hasReceived) = (false, true, false, false)
        if let instant = exchange.nextTimer() { arm(exchange, at: instant) }
        // Asked for first: an answer that overtakes the request is then read even if the write fails.
        context.read()
        write(request, context: context)
    }

    func resumeReading(_ exchange: Exchange) {
        guard self.exchange === exchange else { return }
        context?.read()
    }

    /// Closes the socket unless the exchange is already over.
    func abandon(_ exchange: Exchange) {
        guard self.exchange === exchange else { return }
        finish()
        closeSocket()
    }

    func closeSocket() {
        guard let context else { return }
        SocketEdge.close(from: context)
    }

    /// Calls the exchange at the given moment, and again at the next deadline it has by then.
    func arm(_ exchange: Exchange, at instant: ContinuousClock.Instant) {
        guard self.exchange === exchange, let context else { return }
        deadlineTimer?.cancel()
        deadlineTimer = context.eventLoop.assumeIsolated().scheduleTask(deadline: instant.nioDeadline) { [weak self] in
            exchange.expire()
            guard let self, self.exchange === exchange, let next = exchange.nextTimer() else { return }
            self.arm(exchange, at: next)
        }
    }

    // MARK: From the channel

    func handlerAdded(context: ChannelHandlerContext) {
        self.context = context
    }

    func handlerRemoved(context: ChannelHandlerContext) {
        self.context = nil
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        guard let exchange else {
            // Nothing was asked for: what comes now would be taken for the answer to the next request.
            closeSocket()
            return
        }
        switch unwrapInboundIn(data) {
        case .head(let head): receive(head, for: exchange)
        case .body(let bytes): exchange.receive(body: bytes)
        case .end: complete(exchange, context: context)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if exchange?.wantsMore() ?? true { context.read() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        fail(because: error)
        closeSocket()
    }

    func channelInactive(context: ChannelHandlerContext) {
        fail(because: nil)
        idleTimer?.cancel()
        if let connection { pool?.forget(connection) }
    }

    // MARK: Steps

    private func write(_ request: WireRequest, context: ChannelHandlerContext) {
        context.write(wrapOutboundOut(.head(request.head)), promise: nil)
        for slice in request.body where !slice.isEmpty {
            context.write(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: slice)))), promise: nil)
        }
        guard request.stream == nil else { return context.flush() }
        writeEnd(context: context)
    }

    /// Writes a piece of a body that is pulled, and tells when it has left.
    func write(_ piece: [UInt8], of exchange: Exchange, written: EventLoopPromise<Void>) {
        guard self.exchange === exchange, let context else { return written.fail(ChannelError.ioOnClosedChannel) }
        context.writeAndFlush(wrapOutboundOut(.body(.byteBuffer(ByteBuffer(bytes: piece)))), promise: written)
    }

    /// Ends a body that is pulled.
    func endBody(of exchange: Exchange) {
        guard self.exchange === exchange, let context else { return }
        writeEnd(context: context)
    }

    private func writeEnd(context: ChannelHandlerContext) {
        let written = context.eventLoop.makePromise(of: Void.self)
        written.futureResult.assumeIsolated().whenSuccess { [weak self] in self?.isWritten = true }
        // One flush for head and body, so that they leave in one write.
        context.writeAndFlush(wrapOutboundOut(.end(nil)), promise: written)
    }

    private func receive(_ head: HTTPResponseHead, for exchange: Exchange) {
        guard let response = HTTPResponse(head) else {
            fail(because: HTTPParserError.invalidStatus)
            closeSocket()
            return
        }
        hasHead = true
        isReusable = head.isKeepAlive
        exchange.receive(head: response)
    }

    private func complete(_ exchange: Exchange, context: ChannelHandlerContext) {
        finish()
        // A response that overtook its request leaves unsent bytes behind.
        if isReusable, isWritten, context.channel.isActive, let connection, pool?.park(connection) == true {
            idleTimer = context.eventLoop.assumeIsolated().scheduleTask(in: idleTime) { [weak self, weak connection] in
                guard let self, let connection, self.pool?.unpark(connection) == true else { return }
                self.closeSocket()
            }
        } else {
            closeSocket()
        }
        exchange.receiveEnd()
    }

    private func fail(because error: (any Error)?) {
        guard let exchange else { return }
        finish()
        let isEarly = !marker.hasReceived && NIODeadline.now() - began < Self.replayWindow
        exchange.fail(
            ExchangeFailure(
                error: InferenceError(receiving: error, from: exchange.peer, hasHead: hasHead), isReplayable: isEarly))
    }

    private func finish() {
        exchange = nil
        deadlineTimer?.cancel()
        deadlineTimer = nil
    }
}
