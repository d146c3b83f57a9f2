import HTTPTypes
import Inference
import NIOCore
import NIOHTTP1
import NIOWebSocket
import Synchronization

/// The opening of one socket: the request, and what the server makes of it.
final class SocketOpening: Sendable {
    private let head: HTTPRequestHead
    private let origin: String
    private let messageLimit: Int
    private let promise: EventLoopPromise<SocketAnswer>
    private let loop: any EventLoop
    private let state = Mutex<(channel: (any Channel)?, isOver: Bool)>((nil, false))

    init(head: HTTPRequestHead, origin: String, loop: any EventLoop, messageLimit: Int) {
        self.head = head
        self.origin = origin
        self.loop = loop
        self.messageLimit = messageLimit
        promise = loop.makePromise()
    }

    func answer() async throws(InferenceError) -> SocketAnswer {
        do {
            return try await withTaskCancellationHandler {
                try await promise.futureResult.get()
            } onCancel: {
                fail(.callerCancelled)
            }
        } catch {
            throw error as? InferenceError ?? InferenceError(connecting: error, to: origin)
        }
    }

    /// Ends the opening, unless it is over already.
    func fail(_ error: InferenceError) {
        let (isFirst, channel) = state.withLock { state in
            defer { state.isOver = true }
            return (!state.isOver, state.channel)
        }
        guard isFirst else { return }
        if let channel { channel.eventLoop.execute { SocketEdge.close(channel) } }
        promise.fail(error)
    }

    private func succeed(_ answer: SocketAnswer) -> Bool {
        let isFirst = state.withLock { state in
            defer { state.isOver = true }
            return !state.isOver
        }
        if isFirst { promise.succeed(answer) }
        return isFirst
    }

    /// Sends the request on a channel whose transport is ready. Runs on its event loop.
    func begin(on channel: any Channel, timing: ExchangeTiming) {
        let isWanted = state.withLock { state in
            state.channel = channel
            return !state.isOver
        }
        guard isWanted else { return SocketEdge.close(channel) }
        let limits = [timing.deadlines.firstByte.map { timing.start + $0 }, timing.total].compactMap { $0 }
        let timer = limits.min().map { instant in
            loop.scheduleTask(deadline: instant.nioDeadline) {
                self.fail(instant == timing.total ? timing.totalError : timing.firstByteError)
            }
        }
        promise.futureResult.whenComplete { _ in timer?.cancel() }
        do {
            try install(on: channel)
        } catch {
            fail(InferenceError(connecting: error, to: origin))
        }
    }

    private func install(on channel: any Channel) throws {
        let pipe = SocketPipe(channel: channel, origin: origin)
        // A server that closes at once is gone before the socket has its handler, which would have said so.
        channel.closeFuture.whenComplete { [origin] _ in
            pipe.end(InferenceError(receiving: nil, from: origin, hasHead: true))
        }
        let upgrader = NIOWebSocketClientUpgrader(maxFrameSize: messageLimit, automaticErrorHandling: false) {
            [messageLimit] channel, _ in
            channel.eventLoop.makeCompletedFuture {
                try channel.pipeline.syncOperations.addHandlers([
                    NIOWebSocketFrameAggregator(
                        minNonFinalFragmentSize: 0, maxAccumulatedFrameCount: 1 << 16,
                        maxAccumulatedFrameSize: messageLimit),
                    SocketHandler(pipe: pipe),
                ])
            }
        }
        let reader = SocketRefusalReader { [self] refusal, error in
            guard let refusal else { return fail(InferenceError(receiving: error, from: origin, hasHead: false)) }
            _ = succeed(.refused(refusal.head, refusal.body))
            SocketEdge.close(channel)
        }
        var encoding = HTTPRequestEncoder.Configuration()
        encoding.automaticallySetFramingHeaders = false
        let encoder = HTTPRequestEncoder(configuration: encoding)
        let decoder = ByteToMessageHandler(HTTPResponseDecoder(leftOverBytesStrategy: .forwardBytes))
        let upgrade = NIOHTTPClientUpgradeHandler(upgraders: [upgrader], httpHandlers: [encoder, decoder, reader]) {
            [self] _ in
            if !succeed(.open(OpenSocket(pipe))) { SocketEdge.close(channel) }
        }
        try channel.pipeline.syncOperations.addHandlers([encoder, decoder, upgrade, reader])
        channel.pipeline.syncOperations.write(NIOAny(HTTPClientRequestPart.head(head)), promise: nil)
        channel.pipeline.syncOperations.writeAndFlush(NIOAny(HTTPClientRequestPart.end(nil)), promise: nil)
        channel.pipeline.syncOperations.read()
    }
}
