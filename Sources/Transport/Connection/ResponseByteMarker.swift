import NIOCore

/// Notes whether the server sent any byte of a response, even one that the decoder still keeps back.
final class ResponseByteMarker: ChannelInboundHandler {
    typealias InboundIn = ByteBuffer
    typealias InboundOut = ByteBuffer

    var hasReceived = false

    func channelRead(context: ChannelHandlerContext, data: NIOAny) {
        hasReceived = true
        context.fireChannelRead(data)
    }
}
