import Inference
import NIOCore
import Transport

/// Whoever asked a service for a socket. Called on the event loop: first one of the two answers, then bytes, then the end.
protocol SocketUpstreamOwner: AnyObject {
    func socketIsOpen(_ head: ResponseHead)

    func socketRefused(_ head: ResponseHead, _ body: [UInt8])

    func socketReceived(_ bytes: ByteBuffer)

    /// Whether the service takes more bytes now.
    func socketTakesBytes(_ takes: Bool)

    /// - Parameter error: why it could not be opened; `nil` at the end of one that was open.
    func socketEnded(_ error: InferenceError?)
}

/// The service's end of a socket: a head is read, everything behind it passes.
final class SocketUpstream: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private enum State {
        case head
        case refused(ResponseHead, BodyReader, body: [UInt8])
        case open
        case over
    }

    private static let refusalLimit = 64 << 10

    private weak var owner: (any SocketUpstreamOwner)?
    private let name: String
    private var context: ChannelHandlerContext?
    private var state = State.head
    private var search = HeadSearch()
    private var inbound = ByteBuffer()
    private var isPaused = false

    /// - Parameter name: how the service is called in errors.
    init(name: String, owner: any SocketUpstreamOwner) {
        self.name = name
        self.owner = owner
    }

    // MARK: For the owner

    func send(_ bytes: ByteBuffer) {
        guard let context else { return }
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
        if case .head = state { context.read() }
    }

    func setReading(_ reads: Bool) {
        guard isPaused == reads else { return }
        isPaused = !reads
        if reads { context?.read() }
    }

    /// Ends the socket; the owner hears no more.
    func close() {
        owner = nil
        state = .over
        if let context { OriginConnector.close(context.channel) }
    }

    // MARK: From the channel

    func handlerAdded(context: ChannelHandlerContext) { self.context = context }

    func handlerRemoved(context: ChannelHandlerContext) { self.context = nil }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        if case .open = state { return owner?.socketReceived(bytes) ?? () }
        inbound.writeBuffer(&bytes)
        do throws(HTTP1Failure) {
            try open()
        } catch {
            end(InferenceError(.malformedResponse, "\(name) sent no HTTP/1.1 response: \(error.reason)"))
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        if !isPaused { context.read() }
    }

    func channelWritabilityChanged(context: ChannelHandlerContext) {
        owner?.socketTakesBytes(context.channel.isWritable)
        context.fireChannelWritabilityChanged()
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { context.close(promise: nil) }

    func channelInactive(context: ChannelHandlerContext) {
        switch state {
        case .open: end(nil)
        case .refused(let head, _, let body): refuse(head, body)
        case .head: end(InferenceError(.unavailable, "\(name) closed the connection without an answer"))
        case .over: break
        }
    }

    private func open() throws(HTTP1Failure) {
        while true {
            switch state {
            case .head:
                guard let head = try ResponseHead.take(from: &inbound, &search, mayLeaveHTTP: true) else { return }
                if head.status == 101 {
                    state = .open
                    owner?.socketIsOpen(head)
                    if inbound.readableBytes > 0 { owner?.socketReceived(inbound) }
                    inbound = ByteBuffer()
                    return
                }
                guard head.status >= 200 else { continue }
                state = .refused(head, BodyReader(head.body, limits: .responses), body: [])
            case .refused(let head, var reader, var body):
                switch try reader.next(in: &inbound) {
                case .incomplete:
                    state = .refused(head, reader, body: body)
                    return
                case .end: return refuse(head, body)
                case .bytes(let count):
                    body += inbound.readBytes(length: count) ?? []
                    guard body.count < Self.refusalLimit else { return refuse(head, body) }
                    state = .refused(head, reader, body: body)
                }
            case .open, .over: return
            }
        }
    }

    private func refuse(_ head: ResponseHead, _ body: [UInt8]) {
        let owner = owner
        close()
        owner?.socketRefused(head, body)
    }

    private func end(_ error: InferenceError?) {
        let owner = owner
        close()
        owner?.socketEnded(error)
    }
}
