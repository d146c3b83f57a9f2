import NIOCore

// Sockets: behind the head, whatever either side sends passes.
extension ServerConnection {
    /// Tells the client that its socket is open; from now on its bytes go to the work.
    func openTunnel(_ head: ByteBuffer) {
        guard let context else { return }
        writing.status = 101
        writing.firstByte = loop.now
        context.writeAndFlush(wrapOutboundOut(head), promise: nil)
        beginTunnel()
    }

    func tunnel(_ bytes: ByteBuffer) {
        guard let context else { return }
        writing.bytes += bytes.readableBytes
        context.writeAndFlush(wrapOutboundOut(bytes), promise: nil)
    }
}
