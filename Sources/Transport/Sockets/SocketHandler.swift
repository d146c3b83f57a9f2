import Inference
import NIOCore
import NIOWebSocket

/// The end of a socket's pipeline: answers pings, says farewell, and reads as fast as is consumed. Lives on the event loop.
final class SocketHandler: ChannelDuplexHandler {
    typealias InboundIn = WebSocketFrame
    typealias OutboundIn = SocketMessage
    typealias OutboundOut = WebSocketFrame

    /// Proxies drop connections on which nothing moves.
    private static let pingInterval = TimeAmount.seconds(20)

    private let pipe: SocketPipe
    private var pings: RepeatedTask?
    private var hasSaidFarewell = false

    init(pipe: SocketPipe) { self.pipe = pipe }

    func handlerAdded(context: ChannelHandlerContext) {
        let bound = NIOLoopBound((self, context), eventLoop: context.eventLoop)
        pings = context.eventLoop.scheduleRepeatedTask(initialDelay: Self.pingInterval, delay: Self.pingInterval) { _ in
            let (handler, context) = bound.value
            handler.write(.ping, ByteBuffer(), context: context)
        }
        context.read()
    }

    func handlerRemoved(context: ChannelHandlerContext) { pings?.cancel() }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        let frame = unwrapInboundIn(data)
        var bytes = frame.unmaskedData
        switch frame.opcode {
        case .text:
            guard let text = String(validating: bytes.readableBytesView, as: UTF8.self) else {
                return fail(InferenceError(.malformedResponse, "\(pipe.origin) sent text that is no UTF-8"), context)
            }
            pipe.receive(.text(text))
        case .binary: pipe.receive(.binary(Array(bytes.readableBytesView)))
        case .ping: write(.pong, bytes, context: context)
        case .connectionClose:
            let code = bytes.readWebSocketErrorCode() ?? .normalClosure
            farewell(code, context: context)
            pipe.end(Self.isOrderly(code) ? nil : Self.broken(pipe.origin, code))
            SocketEdge.close(from: context)
        default: break
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) { if pipe.wantsMore { context.read() } }

    func write(context: ChannelHandlerContext, data: NIOAny, promise: EventLoopPromise<Void>?) {
        let frame =
            switch unwrapOutboundIn(data) {
            case .text(let text): Self.frame(.text, ByteBuffer(string: text))
            case .binary(let bytes): Self.frame(.binary, ByteBuffer(bytes: bytes))
            }
        context.writeAndFlush(wrapOutboundOut(frame), promise: promise)
    }

    func close(context: ChannelHandlerContext, mode: CloseMode, promise: EventLoopPromise<Void>?) {
        farewell(.normalClosure, context: context)
        SocketEdge.close(from: context)
        promise?.succeed()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        if error is NIOWebSocketError || error is NIOWebSocketFrameAggregator.Error {
            fail(
                InferenceError(
                    .malformedResponse, "\(pipe.origin) does not keep the rules of WebSockets, or sends too much"),
                context)
        } else {
            fail(InferenceError(receiving: nil, from: pipe.origin, hasHead: true), context)
        }
    }

    func channelInactive(context: ChannelHandlerContext) {
        pings?.cancel()
        pipe.end(InferenceError(receiving: nil, from: pipe.origin, hasHead: true))
    }

    private func fail(_ error: InferenceError, _ context: ChannelHandlerContext) {
        pipe.end(error)
        farewell(.protocolError, context: context)
        SocketEdge.close(from: context)
    }

    private func farewell(_ code: WebSocketErrorCode, context: ChannelHandlerContext) {
        guard !hasSaidFarewell, context.channel.isActive else { return }
        hasSaidFarewell = true
        var bytes = ByteBuffer()
        bytes.write(webSocketErrorCode: code)
        write(.connectionClose, bytes, context: context)
    }

    private func write(_ opcode: WebSocketOpcode, _ bytes: ByteBuffer, context: ChannelHandlerContext) {
        context.writeAndFlush(wrapOutboundOut(Self.frame(opcode, bytes)), promise: nil)
    }

    /// Clients mask what they send.
    private static func frame(_ opcode: WebSocketOpcode, _ bytes: ByteBuffer) -> WebSocketFrame {
        WebSocketFrame(fin: true, opcode: opcode, maskKey: .random(), data: bytes)
    }

    private static func isOrderly(_ code: WebSocketErrorCode) -> Bool { code == .normalClosure || code == .goingAway }

    private static func broken(_ origin: String, _ code: WebSocketErrorCode) -> InferenceError {
        InferenceError(.truncated, "\(origin) closed the socket with code \(UInt16(webSocketErrorCode: code))")
    }
}
