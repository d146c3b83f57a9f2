import HTTPTypes
import NIOCore
import NIOHTTP1

/// Reads the answer of a server that did not open a socket.
final class SocketRefusalReader: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = HTTPClientResponsePart

    /// A refusal, as far as it is worth reading.
    struct Refusal {
        var head: HTTPResponse
        var body: [UInt8] = []
    }

    private static let limit = 1 << 20

    private var refusal: Refusal?
    private let report: (_ refusal: Refusal?, _ error: (any Error)?) -> Void
    private var isDone = false

    init(report: @escaping (_ refusal: Refusal?, _ error: (any Error)?) -> Void) { self.report = report }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        switch unwrapInboundIn(data) {
        case .head(let head): refusal = HTTPResponse(head).map { Refusal(head: $0) }
        case .body(let bytes):
            let room = Self.limit - (refusal?.body.count ?? Self.limit)
            refusal?.body.append(contentsOf: bytes.readableBytesView.prefix(room))
        case .end: finish(because: nil)
        }
    }

    func channelReadComplete(context: ChannelHandlerContext) {
        context.fireChannelReadComplete()
        if !isDone { context.read() }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) { finish(because: error) }

    func channelInactive(context: ChannelHandlerContext) {
        finish(because: nil)
        context.fireChannelInactive()
    }

    func handlerRemoved(context: ChannelHandlerContext) { isDone = true }

    private func finish(because error: (any Error)?) {
        guard !isDone else { return }
        isDone = true
        report(error == nil ? refusal : nil, error)
    }
}
