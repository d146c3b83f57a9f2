import NIOCore
import NIOSSL

/// The first bytes of a proxy connection: a CONNECT becomes TLS for that host, anything else passes on as it is.
final class ConnectGate: ChannelInboundHandler, RemovableChannelHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer
    typealias OutboundOut = ByteBuffer

    private static let largestHead = 16 * 1024

    private let tls: @Sendable (String) -> NIOSSLContext?
    private var pending = ByteBuffer()

    init(tls: @escaping @Sendable (String) -> NIOSSLContext?) { self.tls = tls }

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        var buffer = unwrapInboundIn(data)
        pending.writeBuffer(&buffer)
        let bytes = pending.readableBytesView
        let method = Array("CONNECT ".utf8)
        guard bytes.prefix(method.count).elementsEqual(method.prefix(bytes.count)) else { return pass(context) }
        guard let end = Self.headEnd(bytes) else {
            if bytes.count > Self.largestHead { context.close(promise: nil) }
            return
        }
        let target = bytes.dropFirst(method.count).prefix { $0 != 0x20 && $0 != 0x0D }
        let host = HTTPCall.withoutPort(String(decoding: target, as: UTF8.self)).lowercased()
        pending.moveReaderIndex(forwardBy: end)
        guard let tls = tls(host) else { return refuse(context, host: host) }
        accept(context, tls: tls)
    }

    private func accept(_ context: ChannelHandlerContext, tls: NIOSSLContext) {
        let answer = context.channel.allocator.buffer(string: "HTTP/1.1 200 Connection established\r\n\r\n")
        context.writeAndFlush(wrapOutboundOut(answer), promise: nil)
        do {
            try context.pipeline.syncOperations.addHandler(NIOSSLServerHandler(context: tls), position: .after(self))
        } catch {
            return context.close(promise: nil)
        }
        pass(context)
    }

    private func refuse(_ context: ChannelHandlerContext, host: String) {
        let reason = "simulator: '\(host)' is not a host of Qwen Cloud"
        let answer =
            "HTTP/1.1 502 Bad Gateway\r\ncontent-length: \(reason.utf8.count)\r\nconnection: close\r\n\r\n\(reason)"
        let channel = context.channel
        context.writeAndFlush(wrapOutboundOut(context.channel.allocator.buffer(string: answer)))
            .whenComplete { _ in channel.close(promise: nil) }
    }

    private func pass(_ context: ChannelHandlerContext) {
        if pending.readableBytes > 0 {
            context.fireChannelRead(wrapInboundOut(pending))
            context.fireChannelReadComplete()
        }
        context.pipeline.syncOperations.removeHandler(self, promise: nil)
    }

    private static func headEnd(_ bytes: ByteBufferView) -> Int? {
        let mark: [UInt8] = [0x0D, 0x0A, 0x0D, 0x0A]
        guard bytes.count >= mark.count else { return nil }
        for offset in 0...(bytes.count - mark.count)
        where bytes[(bytes.startIndex + offset)..<(bytes.startIndex + offset + 4)].elementsEqual(mark) {
            return offset + 4
        }
        return nil
    }
}
