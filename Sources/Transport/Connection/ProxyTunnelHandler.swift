import Inference
import NIOCore

/// Asks a proxy for a tunnel and leaves the pipeline when the tunnel stands.
final class ProxyTunnelHandler: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let headLimit = 16 * 1024

    private let target: String
    private let proxy: ProxyServer
    private var promise: EventLoopPromise<Void>?
    private var received = ByteBuffer()

    init(target: String, proxy: ProxyServer, promise: EventLoopPromise<Void>) {
        self.target = target
        self.proxy = proxy
        self.promise = promise
    }

    func handlerAdded(context: ChannelHandlerContext) {
        var request = "CONNECT \(target) HTTP/1.1\r\nHost: \(target)\r\n"
        if let authorization = proxy.authorization { request += "Proxy-Authorization: \(authorization)\r\n" }
        context.writeAndFlush(wrapOutboundOut(ByteBuffer(string: request + "\r\n")), promise: nil)
    }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var bytes = unwrapInboundIn(data)
        received.writeBuffer(&bytes)
        guard let end = endOfHead else {
            if received.readableBytes > Self.headLimit { finish(.failure(notHTTP)) }
            return
        }
        let line = received.readString(length: min(end, 12)) ?? ""
        switch Self.status(of: line) {
        case .some(let status) where (200..<300).contains(status):
            context.pipeline.syncOperations.removeHandler(context: context, promise: nil)
            finish(.success(()))
        case .some(let status):
            finish(.failure(refusal(status)))
        case nil:
            finish(.failure(notHTTP))
        }
    }

    func errorCaught(context: ChannelHandlerContext, error: any Error) {
        finish(.failure(error))
    }

    func channelInactive(context: ChannelHandlerContext) {
        finish(.failure(InferenceError(.connectionFailed, "\(proxy.label) closed the connection instead of a tunnel")))
        context.fireChannelInactive()
    }

    private func finish(_ result: Result<Void, any Error>) {
        promise?.completeWith(result)
        promise = nil
    }

    private var endOfHead: Int? {
        received.readableBytesView.withUnsafeBytes { bytes in
            guard bytes.count >= 4 else { return nil }
            return (0...(bytes.count - 4)).first { start in
                bytes[start] == 0x0D && bytes[start + 1] == 0x0A && bytes[start + 2] == 0x0D && bytes[start + 3] == 0x0A
            }
        }
    }

    /// The status of `HTTP/1.x NNN`.
    private static func status(of line: String) -> Int? {
        guard line.hasPrefix("HTTP/1."), line.utf8.count == 12 else { return nil }
        return Int(line.suffix(3))
    }

    private var notHTTP: InferenceError {
        InferenceError(.connectionFailed, "\(proxy.label) does not answer like an HTTP proxy")
    }

    private func refusal(_ status: Int) -> InferenceError {
        if status == 407 {
            return InferenceError(
                .connectionFailed, "\(proxy.label) asks for a user name and password",
                hint: "set \(proxy.variable)=http://USER:PASSWORD@\(ConnectionRoute.join(proxy.host, proxy.port))",
                status: status)
        }
        return InferenceError(
            .connectionFailed, "\(proxy.label) refused a tunnel to \(target)",
            hint: "allow the host in the proxy, or add it to NO_PROXY if it is reachable directly", status: status)
    }
}
